import { openAnswer } from './callHandler'
import { newContext } from './context'
import { isFailure, type Ending } from './ending'
import type { Environment } from './environments'
import type { Invocation, InvocationRequest, RunRecord } from './invocation'
import { invocationHint } from './invocationHint'
import { logFormatOf } from './log'
import type { LoggedFailure, Report } from './logFormat'
import { parseEventText } from './parseEvent'
import type { Profile } from './profile'
import type { StartedCode } from './startCode'

/** Takes down a run that begins. */
export function newRunRecord(
  request: InvocationRequest,
  start: {
    /** Epoch milliseconds. */
    readonly at: number
    readonly environment: Environment
    readonly profile: Profile
    readonly text: string
    readonly init: StartedCode | undefined
  },
): RunRecord {
  const { fn, version } = request
  const { at, environment, profile, text, init } = start
  return {
    requestId: request.requestId,
    version: version.version,
    configuration: version.configuration,
    profile,
    tenantId: request.tenantId,
    functionName: fn.name,
    functionArn: fn.arn,
    qualifier: request.qualifier,
    type: request.type,
    attempt: request.attempt,
    clientContext: request.clientContext,
    traceHeader: request.traceHeader,
    logStream: environment.logStream,
    format: logFormatOf(version.configuration),
    text,
    init: init?.lines,
    lines: [],
    at,
    now: at,
    ending: undefined,
    report: undefined,
    hint: undefined,
    made: undefined,
  }
}

/** The lines of a run's log, once it has ended. */
export function logsOf(run: RunRecord): string[] {
  const { format, report, init = [], lines, at, now } = run
  const failure = report!.failed ? format.failure(run, now, report!.failed) : []
  return [...init, ...format.start(run, at), ...lines, ...failure, ...format.end(run, now, report!)]
}

/** The entry of a run in `lambda.invocations()`, made once, when somebody first asks for it. */
export function invocationOf(run: RunRecord): Invocation {
  run.made ??= newInvocation(run, run.ending!, run.report!)
  return run.hint === undefined ? run.made : { ...run.made, hint: run.hint }
}

function newInvocation(run: RunRecord, ending: Ending, report: Report): Invocation {
  const { functionName } = run
  return {
    functionName,
    qualifier: run.qualifier,
    version: run.version,
    event: parseEventText(run.text),
    // As the handler first saw it: what it added to its own does not show.
    context: newContext(run, () => report.duration, openAnswer(run.profile)),
    result: isFailure(ending) ? undefined : resultOf(ending),
    error: report.failed && copied(report.failed.payload),
    logs: logsOf(run),
    hint: invocationHint(ending, functionName, run.configuration.timeout),
    type: run.type,
    attempt: run.attempt,
    requestId: run.requestId,
    at: run.at,
    duration: report.duration,
  }
}

/** As it went over the wire. */
function copied(payload: LoggedFailure['payload']): Invocation['error'] {
  return JSON.parse(JSON.stringify(payload)) as Invocation['error']
}

function resultOf(ending: Ending): unknown {
  if (ending.kind === 'returned') return JSON.parse(ending.json)
  if (ending.kind !== 'streamed') return undefined
  if (ending.bytes === undefined) return undefined
  const text = new TextDecoder().decode(ending.bytes)
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
