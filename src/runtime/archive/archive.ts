import { posix } from 'node:path'
import { isUnpackable, unpackEntry } from './unpackEntry'
import { readZipDirectory, type ZipEntry } from './zipDirectory'

/** A zip archive that has been read but not unpacked. */
export interface Archive {
  readonly entries: readonly ArchiveEntry[]
  /** Sum of the sizes that the entries declare. */
  readonly unzippedSize: number
}

export interface ArchiveEntry extends ZipEntry {
  /** The name in one spelling: no `.`, no empty part, no slash at the end. Empty for the archive's own folder. */
  readonly path: string
}

/** What Linux, and so Lambda, takes as a path and as one part of it, in bytes. */
const longestPath = 4_096
const longestPart = 255

/**
 * Reads a zip archive; undefined if it is none, or one that could not be unpacked into a folder: damaged, encrypted, on several
 * disks, with entries that overlap, names that lead out of the folder, or two entries for one file.
 * Nothing is unpacked here, so an archive of zeros that claims a terabyte costs nothing.
 */
export function readArchive(zip: Uint8Array): Archive | undefined {
  const directory = readZipDirectory(zip)
  if (directory === undefined || overlap(directory)) return undefined
  const entries: ArchiveEntry[] = []
  let unzippedSize = 0
  for (const entry of directory) {
    const path = pathOf(entry)
    if (path === undefined) return undefined
    entries.push({ ...entry, path })
    unzippedSize += entry.size
  }
  return collide(entries) ? undefined : { entries, unzippedSize }
}

/**
 * Whether every entry can be unpacked to what the directory says, and no link leads out of the folder.
 * Unpacks one entry at a time in memory, large ones in part: first see that `unzippedSize` is one that you can afford.
 */
export function isSound(zip: Uint8Array, { entries }: Archive): boolean {
  return entries.every((entry) => isUnpackable(zip, entry) && (!entry.isLink || linkStaysInside(zip, entry)))
}

/** Entries that share bytes: an archive of a few kilobytes that unpacks to petabytes is made so. */
function overlap(entries: readonly ZipEntry[]): boolean {
  const spans = [...entries].sort((one, other) => one.start - other.start)
  return spans.some((entry, index) => index > 0 && entry.start < spans[index - 1]!.dataStart + spans[index - 1]!.packedSize)
}

/**
 * A name as a path below the folder, or undefined if it is none.
 * Some programs for Windows write backslashes, and Lambda takes them as part of the name: they may not lead out either.
 */
function pathOf({ name, isDirectory }: ZipEntry): string | undefined {
  if (name.includes('\0') || Buffer.byteLength(name) > longestPath || !staysInside(name.replaceAll('\\', '/'))) return undefined
  const parts = name.split('/').filter((part) => part !== '' && part !== '.')
  if (parts.some((part) => Buffer.byteLength(part) > longestPart)) return undefined
  return parts.length === 0 && !isDirectory ? undefined : parts.join('/')
}

function staysInside(name: string): boolean {
  return name !== '' && !name.startsWith('/') && !/^[A-Za-z]:\//.test(name) && !name.split('/').includes('..')
}

function linkStaysInside(zip: Uint8Array, entry: ArchiveEntry): boolean {
  const content = entry.size > longestPath ? undefined : unpackEntry(zip, entry)
  if (content === undefined) return false
  const target = Buffer.from(content).toString()
  if (target === '' || target.includes('\0') || target.includes('\\') || target.startsWith('/')) return false
  const reached = posix.join(posix.dirname(entry.path), target)
  return reached !== '..' && !reached.startsWith('../')
}

/** Whether one path stands for two things. With the separator lowest, what lies in a folder follows right behind it. */
function collide(entries: readonly ArchiveEntry[]): boolean {
  const sorted = entries
    .map((entry) => ({ key: entry.path.replaceAll('/', '\0'), isFile: !entry.isDirectory || entry.isLink }))
    .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
  return sorted.some(({ key, isFile }, index) => {
    const before = sorted[index - 1]
    if (before === undefined) return false
    if (before.key === key) return before.isFile || isFile
    return before.isFile && key.startsWith(`${before.key}\0`)
  })
}
