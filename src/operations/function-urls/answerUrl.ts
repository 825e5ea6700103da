import { bufferedReply } from '../../runtime/function-urls/bufferedReply'
import { callerOf } from '../../runtime/function-urls/caller'
import { requireUrlPermission } from '../../runtime/function-urls/requireUrlPermission'
import { streamedReply } from '../../runtime/function-urls/streamedReply'
import { preflightReply, withCors } from '../../runtime/function-urls/urlCors'
import { newUrlEvent } from '../../runtime/function-urls/urlEvent'
import type { Malformed, WebReply, WebRequest } from '../../runtime/function-urls/webMessages'
import type { InvocationOutcome, RuntimeHouse } from '../../runtime/invocation'
import { routedVersion } from '../../runtime/routedVersion'
import { runNow } from '../../runtime/runNow'
import { newRoot } from '../../runtime/trace/trace'
import { requireEventSize } from '../invocation/requireEventSize'
import { requireInvocable } from '../invocation/requireInvocable'
import { functionNotFound } from '../functions/function'
import type { FoundUrl } from './findUrl'

/** A request to a function URL, with what an answer to it carries besides. */
export interface UrlCall {
  readonly request: WebRequest
  readonly found: FoundUrl
  readonly requestId: string
}

/**
 * Answers a request to a function URL: runs the function while the caller waits and makes an HTTP answer of its result.
 * A preflight request is answered without the function. Refuses in this order: a caller who is not allowed, a state in which the
 * function cannot run, an event too large, more than may run at once. A function that fails, or whose result is no HTTP answer, is
 * 502 Internal Server Error (recorded).
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html
 */
export async function answerUrl({ request, found, requestId }: UrlCall, house: RuntimeHouse): Promise<WebReply> {
  const { region, fn, url } = found
  const preflight = preflightReply(url.cors, request)
  if (preflight !== undefined) return preflight
  const caller = callerOf(request, house.settings.accountId, region.region)
  requireUrlPermission(fn, url, caller, region.accountId)
  const version = routedVersion(fn, url.qualifier, house.ids.random)
  if (version === undefined) throw functionNotFound(fn.arn)
  requireInvocable(version)

  const trace = request.headers['x-amzn-trace-id'] ?? newRoot(house).split(';')[0]!
  const source = { url, region: region.region, caller, requestId, trace, now: house.clock.now() }
  const payload = Buffer.from(JSON.stringify(newUrlEvent(request, source)))
  requireEventSize(payload.byteLength, 'RequestResponse')

  const fault: { what?: string } = {}
  const invocation = { region, fn, version, qualifier: url.qualifier, payload, requestId, traceHeader: trace }
  const outcome = await runNow({ ...invocation, type: 'RequestResponse', attempt: 1 }, noting(fault, house))
  const reply = outcome.functionError ? undefined : await replyOf(outcome, url.invokeMode)
  if (reply?.kind === 'malformed') fault.what = `Its result is no HTTP answer, so the function URL answered 502. ${reply.what}`
  const sent = reply?.kind === 'reply' ? reply : internalServerError
  const headers = { ...sent.headers, 'x-amzn-requestid': requestId, 'x-amzn-trace-id': trace }
  return withCors(url.cors, request, { ...sent, headers })
}

/** A handler that does not stream is one piece of JSON in a stream. */
function replyOf(
  { payload }: InvocationOutcome,
  mode: 'BUFFERED' | 'RESPONSE_STREAM',
): Promise<WebReply | Malformed> | WebReply | Malformed {
  if (mode === 'BUFFERED') return bufferedReply(payload)
  return streamedReply({ contentType: 'application/json', pieces: onePiece(payload) })
}

async function* onePiece(payload: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield payload
}

const internalServerError: WebReply = {
  kind: 'reply',
  status: 502,
  headers: { 'content-type': 'application/json' },
  cookies: [],
  body: new TextEncoder().encode('Internal Server Error'),
}

/** Tells the run's record what came of its result, which is known only afterwards: records are made when somebody looks. */
function noting(fault: { readonly what?: string }, house: RuntimeHouse): RuntimeHouse {
  return {
    ...house,
    observe: (invocation) =>
      house.observe(() => {
        const record = invocation()
        return fault.what === undefined ? record : { ...record, hint: fault.what }
      }),
  }
}
