/** An object of S3's that the author of the test has put there, for code that is given by reference. */
export interface StoredObject {
  /** What was put last: what a reference without a version means. */
  readonly bytes: Uint8Array
  /** What was put under a version. */
  readonly versions: ReadonlyMap<string, Uint8Array>
}

/** By bucket and key, with a slash between them: a bucket's name has none. */
export type StoredObjects = Map<string, StoredObject>

/** Finds an object in a place of its own, such as a folder. */
export type ReadObject = (bucket: string, key: string) => Uint8Array | undefined

/** Puts an object where references find it; older versions stay. */
export function putObject(objects: StoredObjects, bucket: string, key: string, bytes: Uint8Array, version?: string): void {
  const place = `${bucket}/${key}`
  const versions = new Map(objects.get(place)?.versions)
  if (version !== undefined) versions.set(version, bytes)
  objects.set(place, { bytes, versions })
}

/** The bytes that a reference stands for, or undefined if nobody has put them there. */
export function findObject(
  objects: StoredObjects,
  { bucket, key, version }: { readonly bucket: string; readonly key: string; readonly version?: string | undefined },
): Uint8Array | undefined {
  const object = objects.get(`${bucket}/${key}`)
  return version === undefined ? object?.bytes : object?.versions.get(version)
}
