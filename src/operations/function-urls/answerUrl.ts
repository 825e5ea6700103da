import { traceRoot } from '../../clock/traceRoot'
import { runInPlace } from '../../runtime/concurrency/runInPlace'
import { awaitEnd } from '../../runtime/durable/awaitEnd'
import { executionOutcome } from '../../runtime/durable/executionOutcome'
import { bufferedReply } from '../../runtime/function-urls/bufferedReply'
import { callerOf } from '../../runtime/function-urls/caller'
import { requireUrlPermission } from '../../runtime/function-urls/requireUrlPermission'
import { streamedReply } from '../../runtime/function-urls/streamedReply'
import { preflightReply, withCors } from '../../runtime/function-urls/urlCors'
import { newUrlEvent } from '../../runtime/function-urls/urlEvent'
import type { Malformed, WebReply, WebRequest } from '../../runtime/function-urls/webMessages'
import type { InvocationRequest, RunRecord, RuntimeHouse } from '../../runtime/invocation'
import { openResponse } from '../../runtime/streaming/openResponse'
import { inChain } from '../../runtime/trace/inChain'
import { startDurable } from '../invocation/durableInvocation'
import { newInvocationRequest } from '../invocation/invocationRequest'
import { requireEventSize } from '../invocation/requireEventSize'
import type { OperationContext } from '../operation'
import type { FoundUrl } from './findUrl'
import { urlStream } from './urlStream'

/** A request to a function URL. */
export interface UrlCall {
  readonly request: WebRequest
  readonly found: FoundUrl
  readonly requestId: string
}

/**
 * Answers a request to a function URL: invokes the function while the caller waits and makes an HTTP answer of its result. A preflight
 * request is answered without the function. Refuses in this order: a caller who is not allowed, an event too large, and then what
 * Invoke refuses. A function that fails, or whose result is no HTTP answer, is 502 Internal Server Error (recorded).
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html
 */
export async function answerUrl({ request, found, requestId }: UrlCall, house: RuntimeHouse): Promise<WebReply> {
  const { region, fn, url } = found
  const preflight = preflightReply(url.cors, request)
  if (preflight !== undefined) return preflight
  const caller = callerOf(request, house.settings.accountId, region.region)
  requireUrlPermission(fn, url, caller, region.accountId)

  const trace = request.headers['x-amzn-trace-id'] ?? traceRoot(house)
  const source = { url, region: region.region, caller, requestId, trace, now: house.clock.now() }
  const Payload = Buffer.from(JSON.stringify(newUrlEvent(request, source)))
  requireEventSize(Payload.byteLength, 'RequestResponse')
  const last: { run?: RunRecord } = {}
  const context: OperationContext = { ...house, observe: noting(last, house), region, requestId, traceHeader: trace }
  const input = { FunctionName: fn.name, Qualifier: url.qualifier, Payload }
  const invocation = newInvocationRequest(input, 'RequestResponse', context)

  const reply = await (url.invokeMode === 'BUFFERED' ? buffered : streamed)(invocation, context)
  if (reply?.kind === 'malformed' && last.run)
    last.run.hint = `Its result is no HTTP answer, so the function URL answered 502. ${reply.what}`
  const sent = reply?.kind === 'reply' ? reply : internalServerError
  const headers = { ...sent.headers, 'x-amzn-requestid': requestId, 'x-amzn-trace-id': trace }
  return withCors(url.cors, request, { ...sent, headers })
}

/** What becomes of an invocation; undefined if the function failed. */
type UrlReply = WebReply | Malformed | undefined

async function buffered(invocation: InvocationRequest, context: OperationContext): Promise<UrlReply> {
  const execution = startDurable(invocation, undefined, context)
  if (execution) await awaitEnd(execution, context)
  const outcome = execution ? executionOutcome(execution) : await runInPlace(inChain(invocation, context), context)
  return outcome.functionError ? undefined : bufferedReply(outcome.payload)
}

async function streamed(invocation: InvocationRequest, context: OperationContext): Promise<UrlReply> {
  const response = await openResponse((sink) => runInPlace(inChain({ ...invocation, sink }, context), context))
  return response.ended?.functionError ? undefined : streamedReply(urlStream(response))
}

const internalServerError: WebReply = {
  kind: 'reply',
  status: 502,
  headers: { 'content-type': 'application/json' },
  cookies: [],
  body: Uint8Array.from(Buffer.from('Internal Server Error')),
}

/** Remembers the run, whose record is to be told what came of its result: that is known only afterwards. */
function noting(last: { run?: RunRecord }, { observe }: RuntimeHouse): RuntimeHouse['observe'] {
  return (run) => {
    last.run = run
    observe(run)
  }
}
