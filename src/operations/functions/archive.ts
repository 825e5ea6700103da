/** What a zip archive says of itself, without unpacking it. */
export interface ArchiveSummary {
  readonly entries: number
  /** Sum of the sizes that the entries declare. */
  readonly unzippedSize: number
}

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50

/**
 * Reads the central directory of a zip archive; undefined if it is no zip or a damaged one.
 * Nothing is unpacked here, so an archive of zeros that claims a terabyte costs nothing.
 */
export function inspectArchive(zip: Uint8Array): ArchiveSummary | undefined {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const end = findEndOfDirectory(view)
  if (end === undefined) return undefined
  const entries = view.getUint16(end + 10, true)
  let position = view.getUint32(end + 16, true)
  let unzippedSize = 0
  for (let index = 0; index < entries; index++) {
    if (position + 46 > end || view.getUint32(position, true) !== directoryEntry) return undefined
    unzippedSize += view.getUint32(position + 24, true)
    position +=
      46 + view.getUint16(position + 28, true) + view.getUint16(position + 30, true) + view.getUint16(position + 32, true)
  }
  return { entries, unzippedSize }
}

/** The record at the end of the archive; a comment of up to 65,535 bytes may follow it. */
function findEndOfDirectory(view: DataView): number | undefined {
  const last = view.byteLength - 22
  for (let position = last; position >= Math.max(0, last - 65_535); position--) {
    if (view.getUint32(position, true) === endOfDirectory) return position
  }
  return undefined
}
