import { existsSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unpackArchive } from '../../../src/runtime/uploaded-code/unpackArchive'
import { zip } from '../../support/zip'

let base: string
let folder: string
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'unpack-'))
  // Deep enough that a link out of it would stay in `base`.
  folder = join(base, 'a/b/opt')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(base, 'a/b/outside'), 'untouched')
})
afterEach(() => rmSync(base, { recursive: true }))

const link = (name: string, target: string) => ({ name, content: target, mode: 0o120777 })
const text = (name: string) => readFileSync(join(folder, name), 'utf8')

test('files, folders and links are there, read-only and private', () => {
  const archive = zip([
    { name: 'lib/deep/one.js', content: 'one', deflate: true },
    { name: 'empty/' },
    link('current', 'lib/deep'),
  ])
  unpackArchive(archive, folder, new Set())
  expect(text('lib/deep/one.js')).toBe('one')
  expect(text('current/one.js')).toBe('one')
  expect(statSync(join(folder, 'empty')).isDirectory()).toBe(true)
  expect(statSync(join(folder, 'lib/deep/one.js')).mode & 0o777).toBe(0o500)
  expect(statSync(join(folder, 'lib')).mode & 0o077).toBe(0)
})

test('a later archive lays its files over those of the first', () => {
  const links = new Set<string>()
  unpackArchive(
    zip([
      { name: 'a.js', content: 'old' },
      { name: 'b.js', content: 'kept' },
    ]),
    folder,
    links,
  )
  unpackArchive(zip([{ name: 'a.js', content: 'new' }]), folder, links)
  expect([text('a.js'), text('b.js')]).toEqual(['new', 'kept'])
})

test('names that lead out are no archive', () => {
  expect(() => unpackArchive(zip([{ name: '../outside', content: 'x' }]), folder, new Set())).toThrow('cannot be unpacked')
  expect(readFileSync(join(base, 'a/b/outside'), 'utf8')).toBe('untouched')
})

test('a link that leads out by way of another one is taken away', () => {
  // By its text `out` is d/e/l/../.. = d; by the link `l` it is the folder above.
  const archive = zip([{ name: 'd/e/file', content: '' }, link('d/e/l', '../..'), link('out', 'd/e/l/../..')])
  unpackArchive(archive, folder, new Set())
  expect(existsSync(join(folder, 'out'))).toBe(false)
  expect(readlinkSync(join(folder, 'd/e/l'))).toBe('../..')
})

test('a later archive does not turn a link of an earlier one outwards, and writes nothing through it', () => {
  const links = new Set<string>()
  unpackArchive(zip([{ name: 'x/y/z/file', content: '' }, link('x/y/l', 'z'), link('m', 'x/y/l/../..')]), folder, links)
  expect(existsSync(join(folder, 'm'))).toBe(true)
  unpackArchive(zip([link('x/y/l', '../..')]), folder, links)
  expect(existsSync(join(folder, 'm'))).toBe(false)
  unpackArchive(zip([{ name: 'm/outside', content: 'overwritten' }]), folder, links)
  expect(readFileSync(join(base, 'a/b/outside'), 'utf8')).toBe('untouched')
  expect(text('m/outside')).toBe('overwritten')
})

test('a file takes the place of a link and is not written through it', () => {
  const links = new Set<string>()
  unpackArchive(zip([{ name: 'target', content: 'target' }, link('name', 'target')]), folder, links)
  unpackArchive(zip([{ name: 'name', content: 'new' }]), folder, links)
  expect([text('target'), text('name')]).toEqual(['target', 'new'])
})

test('a folder of an earlier archive is not replaced', () => {
  const links = new Set<string>()
  unpackArchive(zip([{ name: 'lib/one.js', content: 'one' }]), folder, links)
  unpackArchive(zip([{ name: 'lib', content: 'a file' }]), folder, links)
  expect(text('lib/one.js')).toBe('one')
})
