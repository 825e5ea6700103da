import { timedOutText } from './failures'
import { reportedFigures, type LogFormat, type Report } from './logFormat'
import { loggedError } from './loggedError'

/**
 * Lines as they stand in CloudWatch Logs (recorded).
 * The Status at the end is what today's service adds to a run that lost its environment.
 */
export const textLog: LogFormat = {
  start: ({ requestId, version }) => [`START RequestId: ${requestId} Version: ${version}`],

  failure({ requestId, profile, configuration }, now, { failure, payload }) {
    const time = new Date(now).toISOString()
    switch (failure.kind) {
      case 'threw':
        return [`${time}\t${requestId}\tERROR\tInvoke Error \t${loggedError(failure.error, profile)}`]
      case 'noStart': {
        // Nothing has been invoked yet, so the line knows no request.
        const [request, title] = profile === 'node24' ? ['-', 'Init Error'] : ['undefined', 'Uncaught Exception']
        return [`${time}\t${request}\tERROR\t${title} \t${loggedError(failure.error, profile)}`]
      }
      case 'timedOut':
        return [`${time} ${requestId} ${timedOutText(configuration.timeout)}`]
      case 'exited':
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

function status({ failed }: Report): string {
  switch (failed?.failure.kind) {
    case 'timedOut':
      return 'Status: timeout'
    case 'noStart':
    case 'exited':
    case 'outOfMemory':
      return `Status: error\tError Type: ${failed.payload.errorType}`
    default:
      return ''
  }
}
