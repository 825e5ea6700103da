import { createHash } from 'node:crypto'
import type { ResolvedS3Object } from '../../model/api'
import { partitionOf } from '../../state/arns'
import type { CodeRecord, S3Reference } from '../../state/functionRecord'
import type { RegionState } from '../../state/regionState'
import type { OperationContext } from '../operation'

/** Lambda's own buckets: one for functions, one for layers. */
export type CodeStore = 'tasks' | 'layers'

/** Where Lambda keeps a package: an object in a bucket of its own. */
export interface CodePlace {
  readonly bucket: string
  readonly key: string
  readonly versionId: string
}

/** Seconds for which a link is good: ten minutes, says the API page of GetFunction. */
const validity = 600

export function placeOf(
  { accountId, region }: Pick<RegionState, 'accountId' | 'region'>,
  store: CodeStore,
  name: string,
  code: CodeRecord,
): CodePlace {
  const digest = createHash('sha256').update(`${store}/${name}/${code.sha256}`).digest()
  const id = digest.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')
  return {
    bucket: `awslambda-${region}-${store}`,
    key: `snapshots/${accountId}/${name}-${id}`,
    versionId: digest.toString('base64url').slice(0, 32),
  }
}

/** What a link is made of besides the package: for whom, when, and where the double was reached. */
export type LinkContext = Pick<OperationContext, 'region' | 'clock' | 'endpoint'>

/**
 * A presigned link to a package, as GetFunction and GetLayerVersion give it: whoever has it may fetch the archive for ten minutes.
 * It leads to AWS's host, or, for a caller that came to an endpoint of the double's own, back to that, with the bucket in the path.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
 */
export function codeLink({ region, clock, endpoint }: LinkContext, store: CodeStore, name: string, code: CodeRecord): string {
  const place = placeOf(region, store, name, code)
  const date = new Date(clock.now()).toISOString().replace(/[-:]|\.\d+/g, '')
  const query = new URLSearchParams({
    versionId: place.versionId,
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Date': date,
    'X-Amz-SignedHeaders': 'host',
    'X-Amz-Expires': String(validity),
    'X-Amz-Credential': `lambdouble/${date.slice(0, 8)}/${region.region}/s3/aws4_request`,
    'X-Amz-Signature': signatureOf(place, date, String(validity)),
  })
  const bucket = endpoint === undefined ? `https://${hostOf(place.bucket, region.region)}` : `${endpoint}/${place.bucket}`
  return `${bucket}/${place.key}?${query.toString()}`
}

/** The host that stands for a bucket. */
function hostOf(bucket: string, region: string): string {
  return `${bucket}.s3.${region}.amazonaws.com${partitionOf(region) === 'aws-cn' ? '.cn' : ''}`
}

/** Holds nobody out, for it has no secret; it shows that a link was changed, as S3 would notice. */
export function signatureOf({ bucket, key, versionId }: CodePlace, date: string, expires: string): string {
  return createHash('sha256').update(['GET', bucket, key, versionId, date, expires].join('\n')).digest('hex')
}

/** The object itself, for code that Lambda uses where it lies. */
export function resolvedObject({ bucket, key, version, mode }: S3Reference): ResolvedS3Object | undefined {
  return mode === 'REFERENCE' ? { S3Bucket: bucket, S3Key: key, S3ObjectVersion: version } : undefined
}
