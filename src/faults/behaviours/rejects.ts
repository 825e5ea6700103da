import { isModelledError, isServiceError, ServiceError } from '../../errors/serviceError'
import { kindOf } from '../../matching/kindOf'
import type { Answer, Behaviour } from '../behaviour'

/**
 * Answers with an error. A ServiceError or an exception of the SDK's travels over the wire, so the SDK makes its own class of it
 * and retries as it would; an error with a code of Node's is a broken connection; any other reaches the caller as it is.
 */
export function rejects(error: unknown): Behaviour {
  return { text: 'rejects(...)', before: () => failure(error) }
}

const networkCode = /^(E[A-Z_]+|ERR_[A-Z_]+|HPE_[A-Z_]+|CERT_[A-Z_]+|DEPTH_[A-Z_]+)$/

/** The answer that an error stands for, or the error itself, thrown. */
export function failure(error: unknown): Answer {
  if (isServiceError(error)) return { error }
  if (typeof error === 'string') throw new Error(error)
  if (typeof error === 'object' && error !== null) {
    // Name and message of an error are inherited or not enumerable, so they are read one by one.
    const { name, message, code, $fault } = error as Record<string, unknown>
    if (typeof name === 'string' && isModelledError(name)) {
      return { error: new ServiceError(name, typeof message === 'string' ? message : '', membersOf(error)) }
    }
    if (typeof code === 'string' && networkCode.test(code) && $fault === undefined) return { outcome: { kind: 'broken', code } }
  }
  // The members of an error, or nothing at all, are an error as well, as in aws-sdk-client-mock.
  if (['undefined', 'object'].includes(kindOf(error))) throw Object.assign(new Error(), error)
  throw error
}

/** The members of an exception of the SDK's that travel over the wire. */
function membersOf(error: object): Record<string, unknown> {
  const local = new Set([
    'name',
    'message',
    'Message',
    'stack',
    'Type',
    '$fault',
    '$metadata',
    '$response',
    '$service',
    '$retryable',
  ])
  return Object.fromEntries(Object.entries(error).filter(([name]) => !local.has(name)))
}
