import type { LoggedRun } from '../logFormat'
import type { LogLevel } from './messages'

const order: readonly string[] = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'] satisfies readonly (LogLevel | 'FATAL')[]

/**
 * What a function wrote, as it stands in its log: console lines with time, request and level, or a JSON object each, if its level
 * is not below the ApplicationLogLevel. Text without a level is left as it is, a line each.
 * https://docs.aws.amazon.com/lambda/latest/dg/nodejs-logging.html
 */
export function logLines(
  { requestId, tenantId, configuration }: LoggedRun,
  text: string,
  level: LogLevel | undefined,
  now: number,
): string[] {
  if (level === undefined) return text.replace(/\n$/, '').split('\n')
  const timestamp = new Date(now).toISOString()
  const { LogFormat, ApplicationLogLevel = 'INFO' } = configuration.loggingConfig
  if (LogFormat !== 'JSON') return [`${timestamp}\t${requestId}\t${level}\t${text}`]
  if (order.indexOf(level) < order.indexOf(ApplicationLogLevel)) return []
  return [JSON.stringify({ timestamp, level, requestId, tenantId, message: text })]
}
