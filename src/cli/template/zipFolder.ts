import { lstatSync, readdirSync, readFileSync, readlinkSync, realpathSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { crc32 } from '../../wire/crc32'

/** A file of an archive. */
export interface Packed {
  /** With slashes. */
  readonly name: string
  readonly content: Uint8Array
  /** The content is where a link leads. */
  readonly isLink?: boolean
}

/** Not a function's code, and nothing that a build would take. */
const leftOut = new Set(['.git', '.aws-sam', '.DS_Store'])

/** A folder as an archive; the same files always give the same bytes. Links within stay links, as package managers make them. */
export function zipFolder(folder: string, prefix?: string): Uint8Array {
  const files = filesIn(realpathSync(folder), '')
  return zipFiles(prefix === undefined ? files : files.map((file) => ({ ...file, name: `${prefix}/${file.name}` })))
}

function filesIn(root: string, below: string): Packed[] {
  const names = readdirSync(join(root, below)).filter((name) => !leftOut.has(name))
  return names.sort().flatMap((name): Packed[] => {
    const inside = below === '' ? name : `${below}/${name}`
    const path = join(root, inside)
    if (lstatSync(path).isSymbolicLink()) {
      const target = statSync(path, { throwIfNoEntry: false })
      if (target === undefined) return []
      if (!relative(root, realpathSync(path)).startsWith(`..${sep}`))
        return [{ name: inside, content: Buffer.from(readlinkSync(path)), isLink: true }]
      // What lies elsewhere comes along.
      return target.isDirectory()
        ? filesIn(realpathSync(path), '').map((file) => ({ ...file, name: `${inside}/${file.name}` }))
        : [{ name: inside, content: readFileSync(path) }]
    }
    const entry = statSync(path)
    if (entry.isDirectory()) return filesIn(root, inside)
    return entry.isFile() ? [{ name: inside, content: readFileSync(path) }] : []
  })
}

/** https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
export function zipFiles(files: readonly Packed[]): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, isLink = false } of files) {
    const title = Buffer.from(name)
    const packed = deflateRawSync(content, { level: 1 })
    // Version, flags (names are UTF-8), method, time, date (the first day there is), checksum, sizes, length of the name and of nothing.
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(0x0800, 2)
    head.writeUInt16LE(8, 4)
    head.writeUInt16LE(33, 8)
    head.writeUInt32LE(crc32(content), 10)
    head.writeUInt32LE(packed.byteLength, 14)
    head.writeUInt32LE(content.byteLength, 18)
    head.writeUInt16LE(title.byteLength, 22)
    parts.push(Buffer.from('PK\u0003\u0004'), head, title, packed)
    const listed = Buffer.alloc(14)
    listed.writeUInt32LE(((isLink ? 0o120777 : 0o100644) * 0x10000) >>> 0, 6)
    listed.writeUInt32LE(offset, 10)
    // Made on Unix, so that the mode counts.
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0003'), head, listed, title)
    offset += 30 + title.byteLength + packed.byteLength
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(list.byteLength, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, list, Buffer.from('PK\u0005\u0006'), end])
}
