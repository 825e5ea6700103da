import { createHash } from 'node:crypto'
import { invalidParameter } from '../../errors/invalidParameter'
import { ServiceError } from '../../errors/serviceError'
import type { FunctionCode } from '../../model/api'
import { isSound, readArchive } from '../../runtime/archive/archive'
import type { AttachedLayer, CodeRecord } from '../../state/functionRecord'
import type { RegionState } from '../../state/regionState'
import { findObject } from '../../state/storedObjects'

const zippedLimit = 52_428_800
const unzippedLimit = 262_144_000

/**
 * Takes over the code of a function, or the content of a layer. Refuses in this order: no source, two sources, an upload too large,
 * one that cannot be read, one too large unpacked, one whose content is damaged.
 * An object of S3's is read if the double knows it; otherwise the reference stands for it, and the same reference is the same code.
 */
export function newCode(region: RegionState, source: FunctionCode, owner: 'function' | 'layer' = 'function'): CodeRecord {
  const { ZipFile: zip, S3Bucket: bucket, S3Key: key, ImageUri: imageUri, SourceKMSKeyArn: kmsKeyArn } = source
  if (zip !== undefined) {
    if (bucket !== undefined || key !== undefined || imageUri !== undefined) {
      throw invalidParameter('Please do not provide other FunctionCode parameters when providing a ZipFile.')
    }
    if (zip.byteLength > zippedLimit) {
      throw new ServiceError('RequestEntityTooLargeException', `Zipped size must be smaller than ${zippedLimit} bytes`)
    }
    // A copy: the caller may go on writing into its own.
    return { ...packageCode(new Uint8Array(zip)), kmsKeyArn }
  }
  if (imageUri !== undefined) return { sha256: createHash('sha256').update(imageUri).digest('hex'), size: 0, imageUri }
  // What AWS says of a bucket without a key is not recorded.
  if (bucket === undefined || key === undefined) throw invalidParameter(`Please provide a source for ${owner} code.`)
  const s3 = { bucket, key, version: source.S3ObjectVersion }
  // A folder has one version of everything.
  const known = findObject(region.objects, s3) ?? region.readObject?.(bucket, key)
  const code = known === undefined ? { sha256: sha256(Buffer.from(JSON.stringify(s3))), size: 0 } : packageCode(known)
  return { ...code, s3: { ...s3, mode: source.S3ObjectStorageMode }, kmsKeyArn }
}

/** An archive that Lambda could unpack: kept in memory, never written to a disk. */
function packageCode(zip: Uint8Array): CodeRecord {
  if (zip.byteLength === 0) throw invalidParameter('Uploaded file must be a non-empty zip')
  const archive = readArchive(zip)
  if (archive === undefined) throw couldNotUnzip()
  if (archive.unzippedSize > unzippedLimit) throw invalidParameter(`Unzipped size must be smaller than ${unzippedLimit} bytes`)
  if (archive.entries.length === 0) throw invalidParameter('Uploaded file must be a non-empty zip')
  if (!isSound(zip, archive)) throw couldNotUnzip()
  return {
    sha256: sha256(zip),
    size: zip.byteLength,
    zip,
    unzippedSize: archive.unzippedSize,
    isSigned: archive.entries.some(({ path }) => signatureFile.test(path)),
  }
}

/** What AWS Signer adds to an archive that it signs. */
const signatureFile = /^META-INF\/[^/]*signature[^/]*\.SF$/i

function couldNotUnzip(): ServiceError {
  return invalidParameter('Could not unzip uploaded file. Please check your file, then try to upload again.')
}

/**
 * Refuses code that leaves no room for its layers: a function has 250 MB for both, unpacked. What nobody knows counts nothing.
 * https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
export function requireRoom(code: CodeRecord, layers: readonly AttachedLayer[]): void {
  const inLayers = layers.reduce((sum, layer) => sum + (layer.unzippedSize ?? 0), 0)
  if (inLayers > unzippedLimit) {
    throw invalidParameter(`Layers consume more than the available size of ${unzippedLimit} bytes`)
  }
  const inAll = inLayers + (code.unzippedSize ?? 0)
  if (inAll > unzippedLimit) {
    throw invalidParameter(
      `Function code combined with layers exceeds the maximum allowed size of ${unzippedLimit} bytes. The actual size is ${inAll} bytes.`,
    )
  }
}

/** CodeSha256 as Lambda gives it for archives: base64. */
function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64')
}
