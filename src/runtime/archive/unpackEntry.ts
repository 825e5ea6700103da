import { inflateRawSync } from 'node:zlib'
import { crc32 } from '../../wire/crc32'
import type { ZipEntry } from './zipDirectory'

/** An entry's content, or undefined if it cannot be unpacked or is not what the directory says: size, checksum. */
export function unpackEntry(zip: Uint8Array, entry: ZipEntry): Uint8Array | undefined {
  const content = inflate(packed(zip, entry), entry, entry.size)
  return content !== 'more' && content?.byteLength === entry.size && crc32(content) === entry.crc32 ? content : undefined
}

/** So much of each entry is looked at: a package of AWS's full 250 MB is never in memory as a whole. */
const looked = 8_388_608

/** Whether an entry can be unpacked to what the directory says. Of a large one only the beginning is looked at. */
export function isUnpackable(zip: Uint8Array, entry: ZipEntry): boolean {
  if (entry.size <= looked) return unpackEntry(zip, entry) !== undefined
  if (entry.method === 0) return entry.packedSize === entry.size
  return inflate(packed(zip, entry), entry, looked) === 'more'
}

const packed = (zip: Uint8Array, { dataStart, packedSize }: ZipEntry) => zip.subarray(dataStart, dataStart + packedSize)

/** At most `most` bytes; 'more' if there are more. */
function inflate(bytes: Uint8Array, { method, packedSize, size }: ZipEntry, most: number): Uint8Array | 'more' | undefined {
  if (method === 0) return packedSize === size ? bytes : undefined
  if (method !== 8) return undefined
  try {
    // One byte more than there should be shows a size that is too small; zlib wants room for one at least.
    const content = inflateRawSync(bytes, { maxOutputLength: most + 1 })
    return content.byteLength > most ? 'more' : content
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'more' : undefined
  }
}
