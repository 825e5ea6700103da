import { isFailure, type Ending } from './ending'
import type { Invocation, InvocationRequest } from './invocation'
import { invocationHint } from './invocationHint'
import type { LogFormat, LoggedFailure, LoggedRun, Report } from './logFormat'
import { parseEventText } from './parseEvent'

/** What is kept of a run. No more than it takes to tell of it: thousands are kept, and most are never looked at. */
export interface RunRecord {
  readonly functionName: string
  readonly request: Pick<InvocationRequest, 'qualifier' | 'type' | 'attempt'>
  readonly run: LoggedRun
  readonly format: LogFormat
  /** The event's JSON: the handler may have changed its own copy. */
  readonly text: string
  /** The context as the handler first saw it. */
  readonly seen: unknown
  readonly ending: Ending
  readonly report: Report
  /** What the function wrote while its environment started. */
  readonly init: readonly string[] | undefined
  /** What it wrote in this run. */
  readonly lines: readonly string[]
  /** Begin and end in epoch milliseconds. */
  readonly at: number
  readonly now: number
}

/** The lines of a run's log. */
export function logsOf({ format, run, report, init = [], lines, at, now }: RunRecord): string[] {
  const failure = report.failed ? format.failure(run, now, report.failed) : []
  return [...init, ...format.start(run, at), ...lines, ...failure, ...format.end(run, now, report)]
}

/** The entry of a run in `lambda.invocations()`, made once, when somebody first asks for it. */
export function invocationOf(record: RunRecord): () => Invocation {
  let made: Invocation | undefined
  return () => (made ??= newInvocation(record))
}

function newInvocation(record: RunRecord): Invocation {
  const { functionName, request, run, ending, report } = record
  return {
    functionName,
    qualifier: request.qualifier,
    version: run.version,
    event: parseEventText(record.text),
    context: record.seen,
    result: isFailure(ending) ? undefined : resultOf(ending),
    error: report.failed && copied(report.failed.payload),
    logs: logsOf(record),
    hint: invocationHint(ending, functionName, run.configuration.timeout),
    type: request.type,
    attempt: request.attempt,
    requestId: run.requestId,
    at: record.at,
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
