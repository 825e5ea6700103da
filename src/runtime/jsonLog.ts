import { format } from 'node:util'
import { isError } from './errorPayload'
import type { Failure } from './ending'
import { reportedFigures, type LogFormat, type LogLevel, type LogSource, type LoggedRun } from './logFormat'
import { asError } from './loggedError'

/**
 * One JSON object a line, for functions whose LoggingConfig has LogFormat JSON. Its ApplicationLogLevel and SystemLogLevel, INFO
 * unless they are set, leave out what is of less weight.
 * https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-log-level.html
 */
export const jsonLog: LogFormat = {
  message: (source, now, level, input) => applicationLine(source, now, level, input),

  start: (run, now) => platformLines(run, now, 'INFO', 'platform.start', { requestId: run.requestId, version: run.version }),

  failure(run, now, { failure }) {
    switch (failure.kind) {
      case 'threw':
      case 'crashed':
        return lines(applicationLine(run, now, 'ERROR', [asError(failure.error)]))
      case 'noStart':
        // Nothing has been invoked yet, so the line knows no request.
        return lines(applicationLine({ ...run, requestId: undefined }, now, 'ERROR', [asError(failure.error)]))
      case 'exited':
        return 'uncaught' in failure ? [format(failure.uncaught)] : []
      default:
        return []
    }
  },

  /** https://docs.aws.amazon.com/lambda/latest/dg/telemetry-schema-reference.html */
  end(run, now, report) {
    const { billedDuration, memorySize, maxMemoryUsed, initDuration } = reportedFigures(run, report)
    const { requestId } = run
    const durationMs = Number(report.duration.toFixed(2))
    const metrics = {
      durationMs,
      billedDurationMs: billedDuration,
      memorySizeMB: memorySize,
      maxMemoryUsedMB: maxMemoryUsed,
      initDurationMs: initDuration === undefined ? undefined : Number(initDuration.toFixed(2)),
    }
    const status = statusOf(report.failed?.failure)
    const outcome = { status, errorType: report.failed?.payload.errorType }
    const done = { requestId, ...outcome, metrics: { durationMs, producedBytes: report.bytes } }
    const weight = (usual: LogLevel) => (status === 'success' ? usual : 'WARN')
    return [
      ...platformLines(run, now, weight('DEBUG'), 'platform.runtimeDone', done),
      ...platformLines(run, now, weight('INFO'), 'platform.report', { requestId, metrics, ...outcome }),
    ]
  },
}

const order: readonly string[] = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'] satisfies readonly LogLevel[]

function isFiltered(level: LogLevel, least = 'INFO'): boolean {
  return order.indexOf(level) < order.indexOf(least)
}

function lines(line: string | undefined): string[] {
  return line === undefined ? [] : [line]
}

function platformLines(run: LoggedRun, now: number, level: LogLevel, type: string, record: object): string[] {
  if (isFiltered(level, run.configuration.loggingConfig.SystemLogLevel)) return []
  return [JSON.stringify({ time: new Date(now).toISOString(), type, record })]
}

/** A single value is the message as it is; of more, the message is their text, and the first error among them stands beside it. */
function applicationLine(source: LogSource, now: number, level: LogLevel, input: readonly unknown[]): string | undefined {
  const { requestId, profile, tenantId, configuration } = source
  if (isFiltered(level, configuration.loggingConfig.ApplicationLogLevel)) return undefined
  const request = requestId ?? (profile === 'node24' ? '-' : undefined)
  const event = { timestamp: new Date(now).toISOString(), level, requestId: request, tenantId }
  if (input.length !== 1) {
    const error = input.find(isError)
    return JSON.stringify({ ...event, message: format(...input), ...(error && described(error)) })
  }
  try {
    return JSON.stringify({ ...event, message: input[0] }, (_key, value: unknown) => (isError(value) ? members(value) : value))
  } catch {
    return JSON.stringify({ ...event, message: format(...input) })
  }
}

function members(error: Error): Record<string, unknown> {
  return { ...described(error), ...error }
}

function described(error: Error): Record<string, unknown> {
  const errorType = (error as Partial<Error>).constructor?.name ?? 'UnknownError'
  const stackTrace = typeof error.stack === 'string' ? error.stack.split('\n') : error.stack
  return { errorType, errorMessage: error.message, stackTrace }
}

function statusOf(failure: Failure | undefined): string {
  switch (failure?.kind) {
    case undefined:
      return 'success'
    case 'timedOut':
      return 'timeout'
    case 'threw':
    case 'tooLarge':
      return 'failure'
    default:
      return 'error'
  }
}
