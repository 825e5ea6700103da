import { readFileSync, realpathSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { invalidParameter } from '../../errors/invalidParameter'
import { UsageError } from '../../errors/usageError'

/** Larger than any archive that Lambda takes, packed or not. */
const largest = 262_144_000

/**
 * A folder that stands for S3: the object `key` of `bucket` is the file `folder/bucket/key`. Nothing outside of the folder is read,
 * whether a key or a link leads there.
 * @returns the bytes of an object, or undefined if there is none
 */
export function openObjectFolder(folder: string): (bucket: string, key: string) => Uint8Array | undefined {
  let root: string
  try {
    root = realpathSync.native(folder)
    if (!statSync(root).isDirectory()) throw new Error('It is a file.')
  } catch (error) {
    throw new UsageError(`'${folder}' is no folder, so no S3 objects can be read from it.`, { cause: error })
  }
  return (bucket, key) => {
    const parts = [bucket, ...key.split('/')]
    if (parts.some((part) => !isName(part)) || bucket.includes('/')) return undefined
    let path: string
    try {
      // The native one: the other reads a `..` in a link's text as if no name before it were a link.
      path = realpathSync.native(join(root, ...parts))
    } catch {
      return undefined
    }
    if (!path.startsWith(root.endsWith(sep) ? root : root + sep)) return undefined
    const file = statSync(path)
    if (!file.isFile()) return undefined
    if (file.size > largest) throw invalidParameter(`Unzipped size must be smaller than ${largest} bytes`)
    return readFileSync(path)
  }
}

/** S3 takes any key; a part that a file system reads otherwise is no file here. */
function isName(part: string): boolean {
  return part !== '' && part !== '.' && part !== '..' && !/[\0\\]/.test(part)
}
