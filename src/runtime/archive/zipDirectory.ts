import { isUtf8 } from 'node:buffer'

/** One entry of a zip archive's directory. */
export interface ZipEntry {
  /** As it stands in the archive, decoded. */
  readonly name: string
  readonly isDirectory: boolean
  /** A symbolic link: its content is the path it leads to. */
  readonly isLink: boolean
  /** 0 for stored as it is, 8 for deflated; others are kept for the caller to refuse. */
  readonly method: number
  readonly crc32: number
  readonly packedSize: number
  /** The size that the directory declares; the content may be another. */
  readonly size: number
  /** Where the packed content starts. */
  readonly dataStart: number
  /** Where the entry's local header starts. */
  readonly start: number
}

const signatures = { end: 0x06054b50, end64: 0x06064b50, locator64: 0x07064b50, directory: 0x02014b50, local: 0x04034b50 }
/** Encrypted, patched, strongly encrypted, masked: nothing that could be read. */
const unreadableFlags = 0x2061
/** AWS publishes no limit; this one keeps an archive of nothing but names from costing seconds. */
const mostEntries = 200_000

/**
 * The directory of a zip archive, or undefined if it is none or a damaged one. Every offset is checked before it is followed.
 * Zip64 is read, and bytes before the archive are skipped, as unzip does. Nothing is unpacked.
 * Source: PKWARE's APPNOTE.TXT, 4.3 to 4.5.
 */
export function readZipDirectory(zip: Uint8Array): readonly ZipEntry[] | undefined {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const directory = findDirectory(view)
  if (directory === undefined) return undefined
  const archive = { bytes: zip, view, directory }
  const entries: ZipEntry[] = []
  let position = directory.start
  for (let index = 0; index < directory.entries; index++) {
    if (position + 46 > directory.end || view.getUint32(position, true) !== signatures.directory) return undefined
    const nameLength = view.getUint16(position + 28, true)
    const extraLength = view.getUint16(position + 30, true)
    const next = position + 46 + nameLength + extraLength + view.getUint16(position + 32, true)
    if (next > directory.end) return undefined
    const entry = readEntry(archive, { position, nameLength, extraLength })
    if (entry === undefined) return undefined
    entries.push(entry)
    position = next
  }
  return entries
}

interface Directory {
  readonly entries: number
  readonly start: number
  readonly end: number
  /** Bytes that stand before the archive; its own offsets do not count them. */
  readonly before: number
}

function findDirectory(view: DataView): Directory | undefined {
  const end = findEnd(view)
  if (end === undefined) return undefined
  // Archives on several disks were for floppies.
  if (view.getUint16(end + 4, true) !== view.getUint16(end + 6, true)) return undefined
  const end64 = findEnd64(view, end)
  if (end64 !== undefined) {
    return placed(end64, number64(view, end64 + 32), number64(view, end64 + 40), number64(view, end64 + 48))
  }
  return placed(end, view.getUint16(end + 10, true), view.getUint32(end + 12, true), view.getUint32(end + 16, true))
}

/** The directory ends where the record of the end starts, so it starts its own size before that, wherever it says it is. */
function placed(end: number, entries: number, size: number, offset: number): Directory | undefined {
  const start = end - size
  const before = start - offset
  return start >= 0 && before >= 0 && entries * 46 <= size && entries <= mostEntries ? { entries, start, end, before } : undefined
}

/** The record at the end of the archive; a comment of up to 65,535 bytes may follow it. */
function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - 22
  for (let position = last; position >= Math.max(0, last - 65_535); position--) {
    if (view.getUint32(position, true) !== signatures.end) continue
    if (position + 22 + view.getUint16(position + 20, true) <= view.byteLength) return position
  }
  return undefined
}

/** Zip64's own record of the end, which stands before the old one if a number did not fit there. */
function findEnd64(view: DataView, end: number): number | undefined {
  const locator = end - 20
  const position = locator - 56
  const isThere = (at: number, signature: number) => at >= 0 && view.getUint32(at, true) === signature
  return isThere(locator, signatures.locator64) && isThere(position, signatures.end64) ? position : undefined
}

/** 64 bits as a number; what is beyond a number's precision is beyond every archive too. */
function number64(view: DataView, position: number): number {
  return Number(view.getBigUint64(position, true))
}

interface Archive {
  readonly bytes: Uint8Array
  /** Of the same bytes. */
  readonly view: DataView
  readonly directory: Directory
}

/** Where an entry stands in the directory: numbers of fixed length, then its name, then its extra fields. */
interface Header {
  readonly position: number
  readonly nameLength: number
  readonly extraLength: number
}

function readEntry(archive: Archive, header: Header): ZipEntry | undefined {
  const { bytes, view, directory } = archive
  const { position, nameLength } = header
  const rawName = bytes.subarray(position + 46, position + 46 + nameLength)
  const wide = wideNumbers(view, header)
  if (wide === undefined || (view.getUint16(position + 8, true) & unreadableFlags) !== 0) return undefined
  const start = directory.before + wide.offset
  const dataStart = dataStartOf(archive, start, rawName)
  if (dataStart === undefined || dataStart + wide.packedSize > directory.start) return undefined
  const name = decodeName(rawName)
  const mode = view.getUint32(position + 38, true) >>> 16
  return {
    name,
    isDirectory: name.endsWith('/'),
    isLink: (mode & 0o170000) === 0o120000,
    method: view.getUint16(position + 10, true),
    crc32: view.getUint32(position + 16, true),
    packedSize: wide.packedSize,
    size: wide.size,
    dataStart,
    start,
  }
}

/** The numbers of an entry that may be too large for 32 bits and then stand in its extra field 1, in this order. */
function wideNumbers(
  view: DataView,
  { position, nameLength, extraLength }: Header,
): { size: number; packedSize: number; offset: number } | undefined {
  const size = view.getUint32(position + 24, true)
  const packedSize = view.getUint32(position + 20, true)
  const offset = view.getUint32(position + 42, true)
  const missing = Number(size === 0xffffffff) + Number(packedSize === 0xffffffff) + Number(offset === 0xffffffff)
  if (missing === 0) return { size, packedSize, offset }
  const extraStart = position + 46 + nameLength
  const end = extraStart + extraLength
  for (let at = extraStart; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    if (view.getUint16(at + 2, true) < missing * 8 || at + 4 + missing * 8 > end) return undefined
    let next = at + 4
    const wide = (value: number) => (value === 0xffffffff ? number64(view, (next += 8) - 8) : value)
    return { size: wide(size), packedSize: wide(packedSize), offset: wide(offset) }
  }
  return undefined
}

/** Behind the local header, which has to carry the same name: what differs is read differently by different programs. */
function dataStartOf({ bytes, view, directory }: Archive, start: number, rawName: Uint8Array): number | undefined {
  const end = directory.start
  if (start + 30 > end || view.getUint32(start, true) !== signatures.local) return undefined
  const nameEnd = start + 30 + view.getUint16(start + 26, true)
  if (nameEnd > end || Buffer.compare(bytes.subarray(start + 30, nameEnd), rawName) !== 0) return undefined
  return nameEnd + view.getUint16(start + 28, true)
}

/** UTF-8, which many programs write without saying so; otherwise byte by byte. */
function decodeName(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(isUtf8(bytes) ? 'utf8' : 'latin1')
}
