import type { IncomingMessage } from 'node:http'
import type { WireRequest } from '../../wire/messages'

/** A request from the socket as the double sees it: the path stays raw, the region is the one it was signed for. */
export function toWireRequest(request: IncomingMessage, body: Uint8Array, endpoint: string, signal: AbortSignal): WireRequest {
  const target = request.url ?? '/'
  const mark = target.indexOf('?')
  const query = mark < 0 ? '' : target.slice(mark + 1)
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value
  }
  return {
    method: request.method ?? 'GET',
    path: mark < 0 ? target : target.slice(0, mark),
    query,
    headers,
    body,
    endpoint,
    signal,
    ...credentialScope(headers.authorization, query),
  }
}

/**
 * What a signature says of the caller: `Credential=<access key>/<date>/<region>/lambda/aws4_request`, in the header or, presigned,
 * in the query. The signature itself is not checked. An access key of twelve digits is taken for the account.
 */
function credentialScope(authorization: string | undefined, query: string): { region?: string; accountId?: string } {
  const credential =
    /Credential=([^,\s]+)/.exec(authorization ?? '')?.[1] ?? new URLSearchParams(query).get('X-Amz-Credential') ?? ''
  const [accessKey = '', , region] = credential.split('/')
  return { ...(region && { region }), ...(/^\d{12}$/.test(accessKey) && { accountId: accessKey }) }
}
