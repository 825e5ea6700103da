import { callHandler, openAnswer } from './callHandler'
import { cannedEnding } from './cannedEnding'
import { newContext } from './context'
import { isFailure, type Ending } from './ending'
import { endsEnvironment, failurePayload, responseLimit } from './failures'
import type { InvocationOutcome, InvocationRequest, RuntimeHouse } from './invocation'
import { logFormatOf } from './log'
import { eventText, parseEventText } from './parseEvent'
import { declaresCallback, profileOf } from './profile'
import { invocationOf, logsOf } from './runRecord'
import { callbackHandlerDeprecated } from './runtimeError'
import { runUploadedCode } from './uploaded-code/runUploadedCode'

/**
 * Runs one version of a function once: the next of its one-time outcomes, else the standing one, else its handler.
 * Whatever a handler does is an outcome. Throws only the ServiceError for a payload that is no JSON.
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html
 */
export async function runVersion(request: InvocationRequest, house: RuntimeHouse): Promise<InvocationOutcome> {
  const text = eventText(request.payload)
  const event = parseEventText(text)
  const { fn, version, requestId } = request
  const { body, configuration } = version
  const { clock } = house
  const at = clock.now()
  const elapsed = clock.stopwatch()
  const timeout = configuration.timeout * 1000

  const profile = profileOf(configuration.runtime, body.handler)
  const environment = house.environments.take(fn, version, house)
  const answer = openAnswer(profile)
  const context = newContext(request, environment, profile, remainingTime(timeout, elapsed), answer)
  // As the handler first sees it: what it adds to its own does not show.
  const seen = { ...context }
  const run = { requestId, version: version.version, configuration, profile, tenantId: request.tenantId }
  const format = logFormatOf(configuration)
  const lines: string[] = []

  async function end(): Promise<Ending> {
    const canned = body.once.shift() ?? body.always
    if (canned) return cannedEnding(canned, profile, timeout, clock)
    const { handler } = body
    const limit = house.settings.timeouts === 'off' ? undefined : timeout
    if (!handler) return runUploadedCode(request, house, { environment, run, context, event: text, limit, lines })
    if (profile === 'node24' && declaresCallback(handler)) return { kind: 'noStart', error: callbackHandlerDeprecated() }
    return callHandler(event, { handler, context, profile, answer, limit, elapsed })
  }

  const { ending, bytes } = sized(await end())
  const failed = isFailure(ending)
    ? { failure: ending, payload: failurePayload(ending, requestId, configuration.timeout, profile) }
    : undefined
  // Lambda stops a run exactly when its time is up, however late a timer here may be.
  const duration = ending.kind === 'timedOut' ? timeout : elapsed()
  const now = clock.now()
  const report = { duration, cold: !environment.warm, failed }
  if (!failed || !endsEnvironment(failed.failure)) house.environments.giveBack(version, environment)

  const { qualifier, type, attempt } = request
  const kept = { qualifier, type, attempt }
  const record = { functionName: fn.name, request: kept, run, format, text, seen, ending, report, lines, at, now }
  house.observe(invocationOf(record))
  return {
    payload: failed ? encode(JSON.stringify(failed.payload)) : bytes,
    functionError: failed && 'Unhandled',
    executedVersion: version.version,
    log: () => `${logsOf(record).join('\n')}\n`,
  }
}

/** The ending with its bytes, or the failure that Lambda makes of too many. */
function sized(ending: Ending): { ending: Ending; bytes: Uint8Array } {
  const bytes = ending.kind === 'returned' ? encode(ending.json) : ending.kind === 'streamed' ? ending.bytes : new Uint8Array()
  return { ending: bytes.byteLength > responseLimit ? { kind: 'tooLarge', bytes: bytes.byteLength } : ending, bytes }
}

function encode(json: string): Uint8Array {
  return Buffer.from(json)
}

/** Made out here so that it holds on to nothing else of the run: the context, and with it this, is kept for the record. */
function remainingTime(timeout: number, elapsed: () => number): () => number {
  return () => Math.floor(timeout - elapsed())
}
