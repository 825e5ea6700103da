import { factoryOf } from '../state/handlerMark'
import { openAnswer } from './callHandler'
import { cannedEnding } from './cannedEnding'
import { createCodeLog } from './codeLog'
import { newContext } from './context'
import { isFailure, type Ending } from './ending'
import { endsEnvironment, failurePayload, responseLimit, streamLimit } from './failures'
import type { InvocationOutcome, InvocationRequest, RuntimeHouse } from './invocation'
import { logFormatOf } from './log'
import { eventText, parseEventText } from './parseEvent'
import { declaresCallback, profileOf } from './profile'
import { runCode } from './runCode'
import { invocationOf, logsOf } from './runRecord'
import { callbackHandlerDeprecated } from './runtimeError'
import { startCode, type StartedCode } from './startCode'
import type { ChunkSink } from './streaming/chunkSink'
import { runUploadedCode } from './uploaded-code/runUploadedCode'

/**
 * Runs one version of a function once: the next of its one-time outcomes, else the standing one, else its handler.
 * Whatever a handler does is an outcome. Throws only the ServiceError for a payload that is no JSON.
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html
 */
export async function runVersion(request: InvocationRequest, house: RuntimeHouse): Promise<InvocationOutcome> {
  const text = eventText(request.payload)
  const event = parseEventText(text)
  const { fn, version, requestId, tenantId, traceHeader, sink } = request
  const { body, configuration } = version
  const { clock } = house
  const timeout = configuration.timeout * 1000
  const limit = house.settings.timeouts === 'off' ? undefined : timeout
  const format = logFormatOf(configuration)
  const environment = house.environments.take(fn, version, house, tenantId)
  const runtime = fn.runtimeByDefault ? undefined : configuration.runtime

  const canned = body.once.shift() ?? body.always
  let { handler } = body
  let init: StartedCode | undefined
  if (!canned && factoryOf(handler)) {
    if (environment.started === undefined) {
      const source = { requestId: undefined, configuration, profile: profileOf(runtime, undefined), tenantId }
      init = await startCode(handler!, environment, { source, format, limit, clock })
      if (init.handler) environment.started = { from: handler!, handler: init.handler }
    }
    handler = environment.started?.handler
  }

  const at = clock.now()
  const elapsed = clock.stopwatch()
  const profile = profileOf(runtime, handler)
  const answer = openAnswer(profile)
  const context = newContext(request, environment, profile, remainingTime(timeout, elapsed), answer)
  // As the handler first sees it: what it adds to its own does not show.
  const seen = { ...context }
  const run = { requestId, version: version.version, configuration, profile, tenantId }
  const lines: string[] = []

  function end(): Ending | Promise<Ending> {
    if (canned) return cannedEnding(canned, profile, timeout, clock, sink)
    if (init?.failure) return init.failure
    if (!handler) return runUploadedCode(request, house, { environment, run, context, event: text, limit, lines })
    if (profile === 'node24' && declaresCallback(handler)) return { kind: 'noStart', error: callbackHandlerDeprecated() }
    const log = createCodeLog(lines, format, run, () => clock.now())
    return runCode(event, { handler, context, profile, answer, limit, elapsed }, { environment, log, traceHeader, sink })
  }

  const { ending, bytes } = sized(await end(), sink)
  const failed = isFailure(ending)
    ? { failure: ending, payload: failurePayload(ending, requestId, configuration.timeout, profile) }
    : undefined
  // Lambda stops a run exactly when its time is up, however late a timer here may be.
  const duration = ending.kind === 'timedOut' ? timeout : elapsed()
  const now = clock.now()
  const cold = init !== undefined || !environment.warm
  const report = { duration, cold, initDuration: init?.duration, failed, bytes: bytes.byteLength }
  if (!failed || !endsEnvironment(failed.failure)) house.environments.giveBack(version, environment)

  const { qualifier, type, attempt } = request
  const record = {
    functionName: fn.name,
    request: { qualifier, type, attempt },
    run,
    format,
    text,
    seen,
    ending,
    report,
    init: init?.lines,
    lines,
    at,
    now,
  }
  house.observe(invocationOf(record))
  return {
    payload: failed ? encode(JSON.stringify(failed.payload)) : bytes,
    functionError: failed && 'Unhandled',
    executedVersion: version.version,
    log: () => `${logsOf(record).join('\n')}\n`,
  }
}

/** The ending with its bytes, or the failure that Lambda makes of too many. */
function sized(ending: Ending, sink: ChunkSink | undefined): { ending: Ending; bytes: Uint8Array } {
  const bytes = ending.kind === 'returned' ? encode(ending.json) : ending.kind === 'streamed' ? ending.bytes : undefined
  const size = ending.kind === 'streamed' ? ending.size : (bytes?.byteLength ?? 0)
  const limit = ending.kind === 'streamed' && sink ? streamLimit : responseLimit
  return { ending: size > limit ? { kind: 'tooLarge', bytes: size, limit } : ending, bytes: bytes ?? new Uint8Array() }
}

function encode(json: string): Uint8Array {
  return Buffer.from(json)
}

/** Made out here so that it holds on to nothing else of the run: the context, and with it this, is kept for the record. */
function remainingTime(timeout: number, elapsed: () => number): () => number {
  return () => Math.floor(timeout - elapsed())
}
