import { isSound, readArchive } from '../../../src/runtime/archive/archive'
import { unpackEntry } from '../../../src/runtime/archive/unpackEntry'
import { zip, type ZipFile, type ZipOptions } from '../../support/zip'

/** Whether Lambda could unpack it. */
function isUsable(bytes: Uint8Array): boolean {
  const archive = readArchive(bytes)
  return archive !== undefined && isSound(bytes, archive)
}

type Case = [name: string, files: readonly (string | ZipFile)[], options?: ZipOptions]

const link = (name: string, target: string): ZipFile => ({ name, content: target, mode: 0o120777 })

describe('an archive that can be unpacked', () => {
  it('gives its entries with their content', () => {
    const bytes = zip([
      { name: 'lib/' },
      { name: './lib//tool.js', content: 'x'.repeat(1000), deflate: true },
      { name: 'index.js', content: 'exports.handler = 1' },
    ])
    const archive = readArchive(bytes)!
    expect(archive.unzippedSize).toBe(1019)
    expect(archive.entries.map(({ path, isDirectory }) => [path, isDirectory])).toEqual([
      ['lib', true],
      ['lib/tool.js', false],
      ['index.js', false],
    ])
    expect(Buffer.from(unpackEntry(bytes, archive.entries[1]!)!).toString()).toBe('x'.repeat(1000))
    expect(isSound(bytes, archive)).toBe(true)
  })

  it.each<Case>([
    ['sizes and offsets in 64 bits', [{ name: 'index.js', content: 'a', wide: true }, 'b.js']],
    ['the record of the end in 64 bits', ['index.js', 'b.js'], { wide: true }],
    ['everything in 64 bits', [{ name: 'index.js', content: 'a', wide: true }], { wide: true }],
    ['a comment, even one that looks like another end', ['index.js'], { comment: 'PK\x05\x06 and more' }],
    ['a name of another alphabet', ['päckchen/日本.js']],
    ['two dots in a name', ['..index..js', 'a/...']],
    ['backslashes as some programs for Windows write them', ['lib\\tool.js']],
    ['a folder that is named twice', [{ name: 'lib/' }, { name: 'lib/' }, 'lib/a.js']],
    ['a link within the archive', [link('node_modules/.bin/tool', '../tool/cli.js'), 'node_modules/tool/cli.js']],
    ['an empty file that is deflated', [{ name: 'empty', content: '', deflate: true }]],
  ])('may have %s', (_, files, options = {}) => {
    const bytes = zip(files, options)
    expect(readArchive(bytes)?.entries).toHaveLength(files.length)
    expect(isUsable(bytes)).toBe(true)
  })

  it('may follow other bytes, as a program that unpacks itself', () => {
    expect(isUsable(Buffer.concat([Buffer.from('#!/bin/sh\n'), zip(['index.js'])]))).toBe(true)
    expect(isUsable(Buffer.concat([Buffer.from('#!/bin/sh\n'), zip(['index.js'], { wide: true })]))).toBe(true)
  })

  it('may be a part of a larger buffer', () => {
    const bytes = zip(['index.js'])
    const larger = Buffer.concat([Buffer.alloc(7, 0x50), bytes, Buffer.alloc(9, 0x50)])
    expect(isUsable(larger.subarray(7, 7 + bytes.byteLength))).toBe(true)
  })
})

describe('an archive that cannot be unpacked', () => {
  it.each<Case>([
    ['leads out by ..', ['../evil.js']],
    ['leads out by .. further inside', ['a/../../evil.js']],
    ['leads out by .. between backslashes', ['a\\..\\..\\evil.js']],
    ['names an absolute path', ['/etc/passwd']],
    ['names an absolute path with a backslash', ['\\server\\share']],
    ['names a drive', ['C:\\windows\\evil.js']],
    ['has a NUL in a name', ['index.js\0.txt']],
    ['has an empty name', [{ name: '', content: 'a' }]],
    ['has a file that is only a dot', [{ name: '.', content: 'a' }]],
    ['has a name too long for a file system', ['x'.repeat(256)]],
    ['has a path too long for a file system', ['x/'.repeat(2100) + 'y']],
    ['has one file twice', ['index.js', { name: 'index.js', content: 'another' }]],
    ['has one file twice in two spellings', ['index.js', './index.js']],
    ['has a file where a folder is', ['lib', 'lib/a.js']],
    ['has a file where a folder is, with others sorted between them', ['lib/a.js', 'lib!', 'lib-b', 'lib']],
    ['links to an absolute path', [link('etc', '/etc')]],
    ['links out of the folder', [link('lib/up', '../../etc')]],
    ['puts a file behind a link', [link('out', 'lib'), 'out/a.js']],
    ['has a link to nothing', [link('nowhere', '')]],
    ['is encrypted', [{ name: 'index.js', content: 'a', flags: 0x0801 }]],
    ['is packed by another method', [{ name: 'index.js', content: 'a', method: 93 }]],
    ['declares less than there is', [{ name: 'bomb', content: 'a'.repeat(5000), deflate: true, size: 10 }]],
    ['declares more than there is', [{ name: 'index.js', content: 'a'.repeat(50), deflate: true, size: 5000 }]],
    ['declares another size for stored bytes', [{ name: 'index.js', content: 'abc', size: 2 }]],
    ['has a wrong checksum', [{ name: 'index.js', content: 'abc', crc: 1 }]],
    ['calls a file differently in two places', [{ name: 'index.js', content: 'a', localName: 'index.sh' }]],
    ['points beyond its end', [{ name: 'index.js', content: 'a', offset: 0xfffffff0 }]],
    ['points beyond its end in 64 bits', [{ name: 'index.js', content: 'a', offset: 2 ** 60, wide: true }]],
    ['declares more entries than its directory has room for', ['index.js'], { entries: 1000 }],
    ['declares one entry more than there is', ['a-name-as-long-as-a-whole-entry-of-the-directory-.js'], { entries: 2 }],
  ])('%s', (_, files, options = {}) => {
    expect(isUsable(zip(files, options))).toBe(false)
  })

  it('has overlapping entries, which is how a few kilobytes become petabytes', () => {
    const one = zip([{ name: 'a', content: 'kernel' }, 'b'])
    const two = zip([
      { name: 'a', content: 'kernel' },
      { name: 'a', localName: 'b', content: 'b', offset: 0 },
    ])
    expect(isUsable(one)).toBe(true)
    expect(isUsable(two)).toBe(false)
  })

  it('is cut off anywhere', () => {
    const bytes = zip(['index.js', { name: 'lib/a.js', content: 'x'.repeat(200), deflate: true }])
    for (let length = 0; length < bytes.byteLength; length++) expect(isUsable(bytes.subarray(0, length))).toBe(false)
  })

  it('is damaged anywhere in its content', () => {
    const bytes = zip([
      { name: 'a.js', content: 'x'.repeat(200), deflate: true },
      { name: 'b.js', content: 'stored' },
    ])
    const [packed, stored] = readArchive(bytes)!.entries
    for (const at of [packed!.dataStart, packed!.dataStart + 2, stored!.dataStart + 3]) {
      const damaged = Buffer.from(bytes)
      damaged[at]! ^= 0x40
      expect(isUsable(damaged)).toBe(false)
    }
  })

  it('never makes the reader throw, whatever byte is wrong', () => {
    const bytes = zip(['index.js', { name: 'b.js', content: 'b', wide: true }, link('c', 'b.js')], { wide: true })
    for (let at = 0; at < bytes.byteLength; at++) {
      for (const value of [0x00, 0x7f, 0xff]) {
        const damaged = Buffer.from(bytes)
        damaged[at] = value
        expect(() => isUsable(damaged)).not.toThrow()
      }
    }
  })
})

describe('a large entry', () => {
  const large = Buffer.alloc(20_000_000)

  it('is looked at in part only', () => {
    expect(isUsable(zip([{ name: 'zeros', content: large, deflate: true }]))).toBe(true)
    expect(isUsable(zip([{ name: 'zeros', content: large }]))).toBe(true)
  })

  it('is refused if there is much less than it declares', () => {
    expect(isUsable(zip([{ name: 'zeros', content: 'few', deflate: true, size: 20_000_000 }]))).toBe(false)
  })

  it('costs nothing to declare', () => {
    const archive = readArchive(zip([{ name: 'zeros', content: 'few', deflate: true, size: 2 ** 50, wide: true }]))
    expect(archive?.unzippedSize).toBe(2 ** 50)
  })
})
