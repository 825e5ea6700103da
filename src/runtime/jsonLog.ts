import { format } from 'node:util'
import { isError } from './errorPayload'
import type { Failure } from './ending'
import { reportedFigures, type LogFormat, type LoggedRun } from './logFormat'
import { asError } from './loggedError'

/**
 * One JSON object a line, for functions whose LoggingConfig has LogFormat JSON.
 * https://docs.aws.amazon.com/lambda/latest/dg/telemetry-schema-reference.html
 */
export const jsonLog: LogFormat = {
  start: ({ requestId, version }, now) => [platformEvent(now, 'platform.start', { requestId, version })],

  failure(run, now, { failure }) {
    if (failure.kind === 'threw') return [errorEvent(run, now, run.requestId, failure.error)]
    // Nothing has been invoked yet, so the line knows no request.
    if (failure.kind === 'noStart') return [errorEvent(run, now, run.profile === 'node24' ? '-' : undefined, failure.error)]
    return []
  },

  end(run, now, report) {
    const { billedDuration, memorySize, maxMemoryUsed, initDuration } = reportedFigures(run, report)
    const metrics = {
      durationMs: Number(report.duration.toFixed(2)),
      billedDurationMs: billedDuration,
      memorySizeMB: memorySize,
      maxMemoryUsedMB: maxMemoryUsed,
      initDurationMs: initDuration,
    }
    const outcome = { status: status(report.failed?.failure), errorType: report.failed?.payload.errorType }
    return [platformEvent(now, 'platform.report', { requestId: run.requestId, metrics, ...outcome })]
  },
}

function platformEvent(now: number, type: string, record: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ time: new Date(now).toISOString(), type, record })
}

function errorEvent({ tenantId }: LoggedRun, now: number, requestId: string | undefined, thrown: unknown): string {
  const event = { timestamp: new Date(now).toISOString(), level: 'ERROR', requestId, tenantId }
  try {
    return JSON.stringify({ ...event, message: asError(thrown) }, (_key, value: unknown) =>
      isError(value) ? members(value) : value,
    )
  } catch {
    return JSON.stringify({ ...event, message: format(thrown) })
  }
}

function members(error: Error): Record<string, unknown> {
  const errorType = (error as Partial<Error>).constructor?.name ?? 'UnknownError'
  const stackTrace = typeof error.stack === 'string' ? error.stack.split('\n') : error.stack
  return { errorType, errorMessage: error.message, stackTrace, ...error }
}

function status(failure: Failure | undefined): string {
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
