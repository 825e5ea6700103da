import type { Configuration } from '../state/functionRecord'
import { jsonLog } from './jsonLog'
import type { LogFormat } from './logFormat'
import { textLog } from './textLog'

/**
 * The format that a function's LoggingConfig asks for.
 * https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html
 */
export function logFormatOf({ loggingConfig }: Configuration): LogFormat {
  return loggingConfig.LogFormat === 'JSON' ? jsonLog : textLog
}

/**
 * LogResult of an Invoke with LogType Tail: the last 4,096 bytes of the log in base64.
 * https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
 */
export function logTail(log: string): string {
  return Buffer.from(log).subarray(-4096).toString('base64')
}
