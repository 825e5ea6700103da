import type { WireOutcome, WireRequest } from '../../wire/messages'
import { brokenConnection } from './brokenConnection'
import { createPatience, type Limit } from './patience'
import { httpResponse } from './httpResponse'
import { createSignature } from './signature'
import { untilGivenUp } from './untilGivenUp'
import type { SdkConfig, SdkHandlerOptions, SdkHttpRequest, SdkHttpResponse, SdkRequestHandler } from './sdkShapes'
import type { Switchboard } from './switchboard'
import { bodyBytes, createHeaderCopier, queryString, regionOfHost } from './wireRequest'
import { withHandle } from './withHandle'

/**
 * The end of the SDK's own stack: what it would send to AWS goes to the double, and the answer, or the failure of the
 * connection, comes back as Node's HTTP handler would give it. All but `handle` is done by the client's original handler.
 */
export function createRequestHandler(original: SdkRequestHandler, config: SdkConfig, board: Switchboard): SdkRequestHandler {
  const { exchange, accountId, retries, passage } = board
  const sign = passage && createSignature(config)
  const patience = createPatience(original)
  const copyHeaders = createHeaderCopier()

  /** One attempt. Of an answer that may be retried, the ledger remembers the call. */
  async function handle(request: SdkHttpRequest, options: SdkHandlerOptions = {}): Promise<{ response: SdkHttpResponse }> {
    const { abortSignal } = options
    // Nearly always there is nothing to wait for, and each wait costs the SDK's whole call a turn.
    const patient = patience(options.requestTimeout)
    const { answer: limit, idle } = 'then' in patient ? await patient : patient
    const bytes = bodyBytes(request.body)
    const headers = copyHeaders(request.headers)
    const invocationId = headers['amz-sdk-invocation-id']
    const wire: WireRequest = {
      method: request.method,
      path: request.path,
      query: queryString(request.query),
      headers,
      body: 'then' in bytes ? await bytes : bytes,
      region: regionOfHost(request.hostname) ?? (await config.region()),
      accountId,
      retryDelay: retries.takeDelay(invocationId),
      timeout: limit?.milliseconds,
      idleTimeout: idle?.milliseconds,
      sentAt: Date.now(),
      clockOffset: config.systemClockOffset,
    }
    if (passage?.isFor(wire)) {
      // A stream has been read by now.
      const whole = 'then' in bytes ? Object.assign(request, { body: wire.body }) : request
      return passage.within(() => passOn(whole, options))
    }
    try {
      const outcome = await untilGivenUp(abortSignal, limit, (signal) => ask(wire, signal))
      if (outcome.kind === 'broken') throw broken(outcome.code, request, limit)
      const response = httpResponse(outcome, abortSignal, idle)
      if (outcome.status >= 300 || Symbol.asyncIterator in outcome.body) retries.failed(response, invocationId)
      return { response }
    } catch (error) {
      retries.failed(error, invocationId)
      throw error
    }
  }

  /** Sends a request to where it was addressed, as if there were no double. */
  async function passOn(request: SdkHttpRequest, options: SdkHandlerOptions): Promise<{ response: SdkHttpResponse }> {
    try {
      const answer = await original.handle(await sign!(request), options)
      retries.passedOn(answer.response)
      return answer
    } catch (error) {
      retries.passedOn(error)
      throw error
    }
  }

  async function ask(wire: WireRequest, signal: AbortSignal | undefined): Promise<WireOutcome> {
    try {
      return await exchange(signal ? { ...wire, signal } : wire)
    } catch (error) {
      // Once the caller has given up, what the double rejects with is nobody's mistake.
      if (!signal?.aborted) retries.refuse(error)
      throw error
    }
  }

  return withHandle(original, handle)
}

/** In virtual time the double itself finds that the caller's patience is over, and says so as ETIMEDOUT. */
function broken(code: string, request: SdkHttpRequest, limit: Limit | undefined): Error {
  return code === 'ETIMEDOUT' && limit ? limit.error() : brokenConnection(code, request)
}
