import { factoryOf } from '../state/handlerMark'
import { openAnswer } from './callHandler'
import { cannedEnding } from './cannedEnding'
import { newContext } from './context'
import { isFailure, type Ending } from './ending'
import type { Environment } from './environments'
import { endsEnvironment, failurePayload, responseLimit, streamLimit } from './failures'
import type { InvocationOutcome, InvocationRequest, RunRecord, RuntimeHouse } from './invocation'
import { logFormatOf } from './log'
import { eventText, parseEventText } from './parseEvent'
import { declaresCallback, profileOf } from './profile'
import { runCode } from './runCode'
import { logsOf, newRunRecord } from './runRecord'
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
  const { fn, version, sink } = request
  const { body, configuration } = version
  const timeout = configuration.timeout * 1000
  const limit = house.settings.timeouts === 'off' ? undefined : timeout
  const environment = house.environments.take(fn, version, house, request.tenantId)
  const canned = body.once.shift() ?? body.always
  const isMade = !canned && factoryOf(body.handler) !== undefined
  const init = isMade && !environment.started ? await start(environment, request, limit, house) : undefined
  const handler = isMade ? environment.started?.handler : body.handler
  const profile = profileOf(runtimeOf(request), handler)
  const elapsed = house.clock.stopwatch()
  const run = newRunRecord(request, { at: house.clock.now(), environment, profile, text, init })

  function end(): Ending | Promise<Ending> {
    if (canned) return cannedEnding(canned, profile, timeout, house.clock, sink)
    if (init?.failure) return init.failure
    const answer = openAnswer(profile)
    const context = newContext(run, elapsed, answer)
    if (!handler) return runUploadedCode(request, house, { environment, run, context, event: text, limit, lines: run.lines })
    if (profile === 'node24' && declaresCallback(handler)) return { kind: 'noStart', error: callbackHandlerDeprecated() }
    return runCode(event, { handler, run, context, answer, limit, elapsed }, { environment, clock: house.clock, sink })
  }

  const { ending, bytes } = sized(await end(), sink)
  const failure = isFailure(ending) ? ending : undefined
  const payload = failure && failurePayload(failure, run.requestId, configuration.timeout, profile)
  run.ending = ending
  run.now = house.clock.now()
  run.report = {
    // Lambda stops a run exactly when its time is up, however late a timer here may be.
    duration: ending.kind === 'timedOut' ? timeout : elapsed(),
    cold: init !== undefined || !environment.warm,
    initDuration: init?.duration,
    failed: failure && { failure, payload: payload! },
    bytes: bytes.byteLength,
  }
  if (!failure || !endsEnvironment(failure)) house.environments.giveBack(version, environment)
  house.observe(run)
  return outcomeOf(run, payload === undefined ? bytes : encode(JSON.stringify(payload)))
}

/** Starts the code of an environment whose handler is made for it alone. */
async function start(
  environment: Environment,
  request: InvocationRequest,
  limit: number | undefined,
  { clock }: RuntimeHouse,
): Promise<StartedCode> {
  const { version, tenantId } = request
  const { configuration, body } = version
  const source = { requestId: undefined, configuration, profile: profileOf(runtimeOf(request), undefined), tenantId }
  const init = await startCode(body.handler!, environment, { source, format: logFormatOf(configuration), limit, clock })
  if (init.handler) environment.started = { from: body.handler!, handler: init.handler }
  return init
}

/** A Runtime that nobody asked for says nothing of the handler. */
function runtimeOf({ fn, version }: InvocationRequest): string | undefined {
  return fn.runtimeByDefault ? undefined : version.configuration.runtime
}

/** What the invoker gets: made out here, so that its log holds on to nothing else of the run. */
function outcomeOf(run: RunRecord, payload: Uint8Array): InvocationOutcome {
  return {
    payload,
    functionError: run.report!.failed && 'Unhandled',
    executedVersion: run.version,
    log: () => `${logsOf(run).join('\n')}\n`,
  }
}

/** The ending with its bytes, or the failure that Lambda makes of too many. */
function sized(ending: Ending, sink: ChunkSink | undefined): { ending: Ending; bytes: Uint8Array } {
  const bytes = ending.kind === 'returned' ? encode(ending.json) : ending.kind === 'streamed' ? ending.bytes : undefined
  const size = ending.kind === 'streamed' ? ending.size : (bytes?.byteLength ?? 0)
  const limit = ending.kind === 'streamed' && sink ? streamLimit : responseLimit
  return { ending: size > limit ? { kind: 'tooLarge', bytes: size, limit } : ending, bytes: bytes ?? noBytes }
}

const noBytes = new Uint8Array()

function encode(json: string): Uint8Array {
  return Buffer.from(json)
}
