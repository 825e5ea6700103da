import { chmodSync, lstatSync, mkdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { readArchive } from '../archive/archive'
import { unpackEntry } from '../archive/unpackEntry'

/**
 * Unpacks an archive into a folder of the double's own; a second archive lays its files over those of the first, as layers do.
 * Nothing is written outside of `folder`: names that lead out are no names of an archive, no file is written through a link in
 * its own place, and a link that leads out, by whatever other links, is taken away before anything else is unpacked.
 * @param links the links that are there already; new ones are added
 */
export function unpackArchive(zip: Uint8Array, folder: string, links: Set<string>): void {
  const archive = readArchive(zip)
  if (archive === undefined) throw new Error('The archive cannot be unpacked.')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const entry of archive.entries) {
    const path = join(folder, entry.path)
    if (entry.isDirectory && !entry.isLink) {
      mkdirSync(path, { recursive: true, mode: 0o700 })
      continue
    }
    const content = unpackEntry(zip, entry)
    if (content === undefined) throw new Error(`${entry.path} cannot be unpacked.`)
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    // A file of an earlier layer makes room, a folder stays what it is.
    if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory()) continue
    rmSync(path, { force: true })
    links.delete(path)
    if (entry.isLink) {
      symlinkSync(Buffer.from(content).toString(), path)
      links.add(path)
    } else {
      // `x`: never through something that is there. Read-only, as /var/task is on Lambda.
      writeFileSync(path, content, { flag: 'wx' })
      chmodSync(path, 0o500)
    }
  }
  removeLinksOut(folder, links)
}

/** Each link taken away may change where others lead, so it is looked again until all stay. */
function removeLinksOut(folder: string, links: Set<string>): void {
  const inside = realpathSync.native(folder) + sep
  for (let all = false; !all;) {
    all = true
    for (const link of links) {
      if (staysInside(link, inside)) continue
      rmSync(link, { force: true })
      links.delete(link)
      all = false
    }
  }
}

function staysInside(link: string, inside: string): boolean {
  try {
    // The native one: the other takes a `..` in a link's text away together with the name before it, were that a link or not.
    return (realpathSync.native(link) + sep).startsWith(inside)
  } catch {
    // It leads nowhere, or round in a circle.
    return false
  }
}
