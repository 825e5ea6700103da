import { createHash } from 'node:crypto'
import { invalidParameter } from '../../errors/invalidParameter'
import { ServiceError } from '../../errors/serviceError'
import type { FunctionCode } from '../../model/api'
import type { CodeRecord } from '../../state/functionRecord'
import { inspectArchive } from './archive'

/** Where a request says that the code is. */
export type CodeSource = Pick<FunctionCode, 'ZipFile' | 'S3Bucket' | 'S3Key' | 'S3ObjectVersion' | 'ImageUri'>

const zippedLimit = 52_428_800
const unzippedLimit = 262_144_000

/**
 * Takes over a function's code. Refuses in this order: no source, two sources, an archive too large, one that cannot be read,
 * one too large unpacked.
 */
export function newCode(source: CodeSource): CodeRecord {
  const { ZipFile: zip, S3Bucket: bucket, S3Key: key, ImageUri: imageUri } = source
  if (zip === undefined && bucket === undefined && key === undefined && imageUri === undefined) {
    throw invalidParameter('Please provide a source for function code.')
  }
  if (zip !== undefined) {
    if (bucket !== undefined || key !== undefined || imageUri !== undefined) {
      throw invalidParameter('Please do not provide other FunctionCode parameters when providing a ZipFile.')
    }
    requireArchive(zip)
    return { sha256: sha256(zip), size: zip.byteLength, zip }
  }
  if (imageUri !== undefined) return { sha256: createHash('sha256').update(imageUri).digest('hex'), size: 0, imageUri }
  // Nothing is fetched from S3: the reference stands for the object, and the same reference is the same code.
  const s3 = { bucket: bucket ?? '', key: key ?? '', version: source.S3ObjectVersion }
  return { sha256: sha256(Buffer.from(JSON.stringify(s3))), size: 0, s3 }
}

function requireArchive(zip: Uint8Array): void {
  if (zip.byteLength === 0) throw invalidParameter('Uploaded file must be a non-empty zip')
  if (zip.byteLength > zippedLimit) {
    throw new ServiceError('RequestEntityTooLargeException', `Zipped size must be smaller than ${zippedLimit} bytes`)
  }
  const archive = inspectArchive(zip)
  if (archive === undefined)
    throw invalidParameter('Could not unzip uploaded file. Please check your file, then try to upload again.')
  if (archive.unzippedSize > unzippedLimit) throw invalidParameter(`Unzipped size must be smaller than ${unzippedLimit} bytes`)
  if (archive.entries === 0) throw invalidParameter('Uploaded file must be a non-empty zip')
}

/** CodeSha256 as Lambda gives it for archives: base64. */
function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64')
}
