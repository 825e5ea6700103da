import { format, inspect } from 'node:util'
import { exitText, timedOutText } from './failures'
import { reportedFigures, type LogFormat, type LogSource, type Report } from './logFormat'
import { loggedError } from './loggedError'

/**
 * Lines as they stand in CloudWatch Logs (recorded).
 * The Status at the end is what today's service adds to a run that lost its environment.
 */
export const textLog: LogFormat = {
  message: (source, now, level, input) => `${new Date(now).toISOString()}\t${requestOf(source)}\t${level}\t${format(...input)}`,

  start: ({ requestId, version }) => [`START RequestId: ${requestId} Version: ${version}`],

  failure(run, now, { failure, payload }) {
    const { requestId, profile, configuration } = run
    const time = new Date(now).toISOString()
    switch (failure.kind) {
      case 'threw':
        return [`${time}\t${requestId}\tERROR\tInvoke Error \t${loggedError(failure.error, profile)}`]
      case 'noStart': {
        // Nothing has been invoked yet, so the line knows no request.
        const request = requestOf({ ...run, requestId: undefined })
        const title = profile === 'node24' ? 'Init Error' : 'Uncaught Exception'
        return [`${time}\t${request}\tERROR\t${title} \t${loggedError(failure.error, profile)}`]
      }
      case 'crashed':
        return [
          `${time}\t${requestId}\tERROR\t${failure.title} \t${loggedError(failure.error, profile)}`,
          ...exitLines(`RequestId: ${requestId} Error: ${exitText(failure.code)}`),
        ]
      case 'timedOut':
        return [`${time} ${requestId} ${timedOutText(configuration.timeout)}`]
      case 'exited':
        return [...('uncaught' in failure ? [inspect(failure.uncaught)] : []), ...exitLines(`${payload.errorMessage}`)]
      case 'outOfMemory':
        return [`${payload.errorMessage}`, `${payload.errorType}`]
      case 'tooLarge':
        return []
    }
  },

  end(run, _now, report) {
    const { billedDuration, memorySize, maxMemoryUsed, initDuration } = reportedFigures(run, report)
    const init = initDuration === undefined ? '' : `Init Duration: ${initDuration.toFixed(2)} ms\t`
    return [
      `END RequestId: ${run.requestId}`,
      `REPORT RequestId: ${run.requestId}\tDuration: ${report.duration.toFixed(2)} ms\tBilled Duration: ${billedDuration} ms\t` +
        `Memory Size: ${memorySize} MB\tMax Memory Used: ${maxMemoryUsed} MB\t${init}${status(report)}`,
    ]
  },
}

/** The newer runtime has a dash where there is no request yet. */
function requestOf({ requestId, profile }: LogSource): string {
  return requestId ?? (profile === 'node24' ? '-' : 'undefined')
}

function exitLines(message: string): readonly string[] {
  return [message, 'Runtime.ExitError']
}

function status({ failed }: Report): string {
  switch (failed?.failure.kind) {
    case 'timedOut':
      return 'Status: timeout'
    case 'noStart':
    case 'crashed':
    case 'exited':
    case 'outOfMemory':
      return `Status: error\tError Type: ${failed.payload.errorType}`
    default:
      return ''
  }
}
