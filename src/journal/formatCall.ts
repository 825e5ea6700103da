import { formatValue, onOneLine, shortened } from '../matching/formatValue'
import { eventMemberOf } from '../matching/inputFits'
import type { CallEntry } from './callEntry'
import { answerText } from './answerText'
import { inputSecrecy, withoutSecrets } from '../usage/secrets'

/** How a call is written down. */
export interface CallFormat {
  /** How many attempts the line stands for; without it the line is for the one attempt. */
  readonly attempts?: number
  /** Most characters of the line. Default 160. */
  readonly limit?: number
}

/**
 * A call on one line: the operation, the function, the decoded event or the rest of the input, and the answer. Values of
 * environment variables, code and credentials are left out, and so is everything that differs from run to run.
 *
 * @example formatCall(entry) // Invoke orders:live {"id":7} -> {"ok":true}
 */
export function formatCall(entry: CallEntry, { attempts, limit = 160 }: CallFormat = {}): string {
  const answer = shortened(answerOf(entry), Math.floor(limit / 2))
  const tries =
    attempts === undefined
      ? entry.attempt > 1
        ? ` (attempt ${entry.attempt})`
        : ''
      : attempts > 1
        ? ` (${attempts} attempts)`
        : ''
  const end = `${answer === '' ? '' : ` -> ${answer}`}${isByChaos(entry) ? ' (by chaos)' : ''}${tries}`
  return `${shortened(requestOf(entry, limit), limit - end.length)}${end}`
}

/** Whether chaos decided how the call ended: it was the last that it met. */
function isByChaos({ error, rule = '' }: CallEntry): boolean {
  return error !== undefined && /(^|, )chaos: \w+\([^()]*\)$/.test(rule)
}

function requestOf(entry: CallEntry, limit: number): string {
  const { operation, input, request } = entry
  if (operation === undefined) return onOneLine(`${request.method} ${request.path}`)
  const { FunctionName: name, Qualifier: qualifier, ...others } = input
  const rest: Record<string, unknown> = others
  const event = eventMemberOf(operation)
  if (event !== undefined) delete rest[event]
  const words: string[] = [operation]
  if (typeof name === 'string') words.push(typeof qualifier === 'string' ? `${name}:${qualifier}` : name)
  if (Object.keys(rest).length > 0) words.push(formatValue(rest, { limit, secrecy: inputSecrecy(operation) }))
  if (event !== undefined)
    words.push(
      entry.payload === undefined
        ? 'with no event'
        : formatValue(entry.payload, { limit, secrecy: inputSecrecy(operation), at: [event] }),
    )
  return onOneLine(words.join(' '))
}

function answerOf(entry: CallEntry): string {
  if (entry.error === undefined) return onOneLine(answerText(entry))
  const { name, message } = entry.error
  const text = message === '' || message === name ? name : `${name}: ${message}`
  return onOneLine(entry.operation === undefined ? text : withoutSecrets(text, entry.operation, entry.input))
}
