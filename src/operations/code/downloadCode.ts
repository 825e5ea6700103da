import { createHash } from 'node:crypto'
import type { CodeRecord } from '../../state/functionRecord'
import type { RegionState } from '../../state/regionState'
import type { World } from '../../state/world'
import { placeOf, signatureOf, type CodePlace } from './codeLink'

/** A request that may be for one of Lambda's packages. Path and query as they stand on the wire, the query without its question mark. */
export interface CodeRequest {
  readonly method: string
  readonly host: string
  readonly path: string
  readonly query: string
}

/** What S3 says instead of an object: the members of its `<Error>`, in its order. The edge writes them as XML. */
export type S3Error = Readonly<{ Code: string; Message: string } & Record<string, string>>

/** S3's answer to a link: the archive, or an error. Names of headers are in lower case. */
export type CodeDownload =
  | { readonly status: 200; readonly headers: Readonly<Record<string, string>>; readonly body: Uint8Array }
  | {
      readonly status: 400 | 403 | 404
      readonly headers: Readonly<Record<string, string>>
      readonly error: S3Error
      /** What the double knows and S3's message does not say. */
      readonly hint?: string
    }

/**
 * Answers a link of GetFunction's or GetLayerVersion's as S3 does: ten minutes long with the archive, then with AccessDenied.
 * Undefined if the request is for no bucket of Lambda's. The bucket may stand in the host, or first in the path of any host.
 * Refuses in this order: no signature, a bad date, an expired link, a changed one, a package that is gone or was never seen.
 */
export function downloadCode(world: World, request: CodeRequest, now: number): CodeDownload | undefined {
  const wanted = placeIn(request)
  if (wanted === undefined) return undefined
  const ids = answerIds(request, now)
  const refuse = (status: 400 | 403 | 404, Code: string, Message: string, more: Record<string, string> = {}, hint?: string) => ({
    status,
    headers: { ...headersOf(ids), 'content-type': 'application/xml' },
    error: { Code, Message, ...more, RequestId: ids.requestId, HostId: ids.hostId },
    ...(hint !== undefined && { hint }),
  })

  const query = new URLSearchParams(request.query)
  const [signature, date, expires] = ['X-Amz-Signature', 'X-Amz-Date', 'X-Amz-Expires'].map((name) => query.get(name))
  if (signature == null || date == null || expires == null) return refuse(403, 'AccessDenied', 'Access Denied')
  const until = /^\d{1,6}$/.test(expires) ? timeOf(date) + Number(expires) * 1000 : NaN
  if (Number.isNaN(until)) {
    const message = `X-Amz-Date must be in the ISO8601 Long Format "yyyyMMdd'T'HHmmss'Z'"`
    return refuse(400, 'AuthorizationQueryParametersError', message)
  }
  if (now >= until) {
    const times = { 'X-Amz-Expires': expires, Expires: isoSeconds(until), ServerTime: isoSeconds(now) }
    return refuse(403, 'AccessDenied', 'Request has expired', times)
  }
  const place = { ...wanted.place, versionId: query.get('versionId') ?? '' }
  if (request.method !== 'GET' || signature !== signatureOf(place, date, expires)) {
    return refuse(
      403,
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
    )
  }
  const code = findCode(world, wanted, place)
  if (code?.zip === undefined) {
    const { s3 } = code ?? {}
    const hint =
      s3 && `Nobody has shown the double s3://${s3.bucket}/${s3.key}: lambda.object('${s3.bucket}', '${s3.key}', bytes).`
    return refuse(404, 'NoSuchKey', 'The specified key does not exist.', { Key: place.key }, hint)
  }
  return {
    status: 200,
    headers: {
      ...headersOf(ids),
      'content-type': 'application/zip',
      'content-length': String(code.zip.byteLength),
      'accept-ranges': 'bytes',
      etag: `"${createHash('sha256').update(code.zip).digest('hex').slice(0, 32)}"`,
      'x-amz-version-id': place.versionId,
    },
    body: code.zip,
  }
}

interface Wanted {
  readonly place: Omit<CodePlace, 'versionId'>
  readonly region: string
  readonly store: 'tasks' | 'layers'
}

const bucketForm = /^awslambda-([a-z0-9-]+)-(tasks|layers)$/

/** Virtual-hosted style, as the links are written, or path style, for an endpoint that has one host. */
function placeIn({ host, path }: CodeRequest): Wanted | undefined {
  const named = /^([^.:]+)\.s3\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?(?::443)?$/i.exec(host)
  const [bucket, key] = named ? [named[1]!.toLowerCase(), path.slice(1)] : split(path)
  const found = bucketForm.exec(bucket)
  if (found === null || (named && named[2]!.toLowerCase() !== found[1])) return undefined
  return { place: { bucket, key: decoded(key) }, region: found[1]!, store: found[2] as 'tasks' | 'layers' }
}

function split(path: string): readonly [bucket: string, key: string] {
  const [, bucket = '', key = ''] = /^\/([^/]*)\/?(.*)$/.exec(path) ?? []
  return [bucket, key]
}

function decoded(key: string): string {
  try {
    return decodeURIComponent(key)
  } catch {
    return key
  }
}

/** The package that lies at a place: of a function that is there, of one of its versions, or of a layer. */
function findCode(world: World, { region, store }: Wanted, place: CodePlace): CodeRecord | undefined {
  const isThere = (state: RegionState, name: string, code: CodeRecord) => {
    const { key, versionId } = placeOf(state, store, name, code)
    return key === place.key && versionId === place.versionId
  }
  for (const state of world.all()) {
    if (state.region !== region || !place.key.startsWith(`snapshots/${state.accountId}/`)) continue
    const owners = store === 'layers' ? state.layers.values() : state.functions.values()
    for (const owner of owners) {
      if (!place.key.startsWith(`snapshots/${state.accountId}/${owner.name}-`)) continue
      const versions = 'latest' in owner ? [owner.latest, ...owner.versions.values()] : [...owner.versions.values()]
      const found = versions.find(({ code }) => isThere(state, owner.name, code))
      if (found !== undefined) return found.code
    }
  }
  return undefined
}

/** Epoch milliseconds of 20260131T120000Z; NaN if it is no such time. */
function timeOf(date: string): number {
  const found = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date)
  return found === null ? NaN : Date.parse(`${found.slice(1, 4).join('-')}T${found.slice(4).join(':')}Z`)
}

const isoSeconds = (time: number) => new Date(time).toISOString().replace(/\.\d+/, '')

/** S3 marks every answer; these marks follow from the request, for no id is spent on reading. */
function answerIds(request: CodeRequest, now: number): { requestId: string; hostId: string } {
  const digest = createHash('sha512')
    .update(JSON.stringify([request, now]))
    .digest()
  return { requestId: digest.toString('hex').slice(0, 16).toUpperCase(), hostId: digest.toString('base64').slice(0, 76) }
}

function headersOf({ requestId, hostId }: { requestId: string; hostId: string }): Record<string, string> {
  return { 'x-amz-request-id': requestId, 'x-amz-id-2': hostId, server: 'AmazonS3' }
}
