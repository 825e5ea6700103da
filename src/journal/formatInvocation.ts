import { formatValue, onOneLine, shortened } from '../matching/formatValue'
import type { Invocation } from '../runtime/invocation'
import { failureText } from './answerText'
import { eventSecrecy } from '../usage/secrets'

/**
 * A run of a function on one line: its name and version, the event, and the result or the error. Credentials are left out, and so
 * is everything that differs from run to run.
 *
 * @example formatInvocation(invocation) // orders:live (version 3) {"id":7} -> OutOfStock: none left
 */
export function formatInvocation(invocation: Invocation, limit = 160): string {
  const { functionName, qualifier, version, event, result, error, type, attempt } = invocation
  const answer =
    error === undefined
      ? result === undefined
        ? ''
        : formatValue(result, { secrecy: eventSecrecy })
      : failureText(error) || 'failed'
  const how = [type === 'Event' ? 'asynchronous' : '', attempt > 1 ? `attempt ${attempt}` : '']
    .filter((word) => word !== '')
    .join(', ')
  const end = `${answer === '' ? '' : ` -> ${shortened(onOneLine(answer), Math.floor(limit / 2))}`}${how === '' ? '' : ` (${how})`}`
  const name = `${functionName}${qualifier === undefined ? '' : `:${qualifier}`}${version === '$LATEST' || version === qualifier ? '' : ` (version ${version})`}`
  const start = `${name} ${event === undefined ? 'with no event' : formatValue(event, { limit, secrecy: eventSecrecy })}`
  return `${shortened(onOneLine(start), limit - end.length)}${end}`
}
