import { UsageError } from '../errors/usageError'
import { putObject } from '../state/storedObjects'
import { requireText, shown } from '../usage/readMembers'
import type { Seed } from './seed'

/** Where an object is, in the spelling of a function's Code and a layer's Content. */
export interface ObjectReference {
  readonly S3Bucket: string
  readonly S3Key: string
  readonly S3ObjectVersion?: string
}

/** An object to put where references find it. */
export interface ObjectSettings {
  readonly bucket: string
  readonly key: string
  readonly bytes: Uint8Array
  /** For references that name a version; the newest object is found without one as well. */
  readonly version?: string | undefined
}

/** Puts an object where code that is given by reference finds it. There is no S3 here beyond that. */
export function seedObject(seed: Seed, { bucket, key, bytes, version }: ObjectSettings): ObjectReference {
  const where = 'lambda.object(bucket, key, bytes)'
  if (typeof bucket !== 'string' || bucket === '' || bucket.includes('/'))
    throw new UsageError(`${where} needs the name of a bucket, not ${shown(bucket)}.`)
  if (typeof key !== 'string' || key === '') throw new UsageError(`${where} needs the object's key, not ${shown(key)}.`)
  if (!ArrayBuffer.isView(bytes)) {
    throw new UsageError(
      `${where} needs the object's bytes, e.g. readFileSync('orders.zip'), not ${bytes === null ? 'null' : typeof bytes}.`,
    )
  }
  if (version !== undefined) requireText(where, "the object's version", version)
  // A copy: the caller may go on writing into its own.
  putObject(
    seed.region().objects,
    bucket,
    key,
    new Uint8Array(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
    version,
  )
  return { S3Bucket: bucket, S3Key: key, ...(version !== undefined && { S3ObjectVersion: version }) }
}
