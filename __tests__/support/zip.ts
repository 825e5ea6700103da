import { deflateRawSync } from 'node:zlib'
import { crc32 } from '../../src/wire/crc32'

/** A file of an archive, with what a test wants to be wrong about it. */
export interface ZipFile {
  readonly name: string
  readonly content?: string | Uint8Array
  readonly deflate?: boolean
  /** Unix mode, such as 0o120777 for a link. */
  readonly mode?: number
  readonly flags?: number
  readonly method?: number
  /** What the directory declares, instead of the truth. */
  readonly size?: number
  readonly crc?: number
  readonly localName?: string
  /** Where the directory says that the entry starts. */
  readonly offset?: number
  /** Writes sizes and offset in 64 bits. */
  readonly wide?: boolean
}

export interface ZipOptions {
  readonly comment?: string
  /** Writes the record of the end in 64 bits too. */
  readonly wide?: boolean
  /** How many entries the record of the end declares. */
  readonly entries?: number
}

/** Writes a zip archive, a good one unless asked for another. */
export function zip(files: readonly (string | ZipFile)[], { comment = '', wide = false, entries }: ZipOptions = {}): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  const position = () => parts.reduce((sum, part) => sum + part.byteLength, 0)
  for (const given of files) {
    const file: ZipFile = typeof given === 'string' ? { name: given, content: given } : given
    const start = position()
    const content = Buffer.from(file.content ?? '')
    const packed = file.deflate ? deflateRawSync(content) : content
    const name = Buffer.from(file.name)
    const head = fields(
      file,
      file.crc ?? crc32(content),
      packed.byteLength,
      file.wide ? 0xffffffff : (file.size ?? content.byteLength),
    )
    const local = Buffer.from(file.localName ?? file.name)
    parts.push(numbers([0x04034b50, 4]), head, numbers([local.byteLength, 2], [0, 2]), local, packed)
    const extra = file.wide
      ? numbers([1, 2], [24, 2], [file.size ?? content.byteLength, 8], [packed.byteLength, 8], [file.offset ?? start, 8])
      : Buffer.alloc(0)
    const listed = file.wide ? fields(file, file.crc ?? crc32(content), 0xffffffff, 0xffffffff) : head
    directory.push(
      numbers([0x02014b50, 4], [0x0314, 2]),
      listed,
      numbers([name.byteLength, 2], [extra.byteLength, 2], [0, 2], [0, 2], [0, 2]),
      numbers([((file.mode ?? 0o100644) << 16) >>> 0, 4], [file.wide ? 0xffffffff : (file.offset ?? start), 4]),
      name,
      extra,
    )
  }
  const start = position()
  const size = directory.reduce((sum, part) => sum + part.byteLength, 0)
  const count = entries ?? files.length
  if (wide) {
    directory.push(
      numbers([0x06064b50, 4], [44, 8], [45, 2], [45, 2], [0, 4], [0, 4], [count, 8], [count, 8], [size, 8], [start, 8]),
      numbers([0x07064b50, 4], [0, 4], [start + size, 8], [1, 4]),
    )
  }
  const [n, s, o] = wide ? [0xffff, 0xffffffff, 0xffffffff] : [count, size, start]
  const end = numbers([0x06054b50, 4], [0, 2], [0, 2], [n, 2], [n, 2], [s, 4], [o, 4], [Buffer.byteLength(comment), 2])
  return Buffer.concat([...parts, ...directory, end, Buffer.from(comment)])
}

/** What the local header and the directory have in common: version, flags, method, time, checksum, sizes. */
function fields(file: ZipFile, crc: number, packed: number, size: number): Buffer {
  const method = file.method ?? (file.deflate ? 8 : 0)
  return numbers([20, 2], [file.flags ?? 0x0800, 2], [method, 2], [0, 2], [33, 2], [crc, 4], [packed, 4], [size, 4])
}

/** Little-endian numbers, each with its length in bytes. */
function numbers(...values: readonly (readonly [value: number, length: number])[]): Buffer {
  return Buffer.concat(
    values.map(([value, length]) => {
      const bytes = Buffer.alloc(length)
      if (length === 8) bytes.writeBigUInt64LE(BigInt(value))
      else bytes.writeUIntLE(value, 0, length)
      return bytes
    }),
  )
}
