import { isNativeError } from 'node:util/types'
import type { Profile } from './profile'

/** The payload of a failed invocation. */
export interface ErrorPayload {
  readonly errorType: string | undefined
  readonly errorMessage: string | undefined
  readonly trace?: readonly string[]
}

const unreadable =
  'callback called with Error argument, but there was a problem while retrieving one or more of its message, name, and stack'

/**
 * What Lambda makes of a thrown value: an error's name, message and stack, or the type and text of anything else.
 * Extra members of an error are not in the payload, only in the log line (source of the runtime interface client).
 */
export function errorPayload(error: unknown, profile: Profile): ErrorPayload {
  try {
    if (isError(error) || (profile === 'node22' && looksLikeError(error))) {
      // An error without a stack is one that the older runtime cannot read.
      const trace = profile === 'node24' ? (clean(error.stack)?.split('\n') ?? []) : clean(error.stack)!.split('\n')
      return { errorType: clean(error.name), errorMessage: clean(error.message), trace }
    }
    // Only the newer runtime has a text for null and undefined.
    const errorMessage = profile === 'node24' ? String(error) : (error as { toString(): string }).toString()
    return { errorType: typeof error, errorMessage, trace: [] }
  } catch {
    const payload = { errorType: 'handled', errorMessage: unreadable }
    return profile === 'node24' ? { ...payload, trace: [] } : payload
  }
}

/** Whether a value is an error, whichever realm made it: in Jest an error of Node's own is not `instanceof Error`. */
export function isError(value: unknown): value is Error {
  if (isNativeError(value)) return true
  if (typeof value !== 'object' || value === null) return false
  // A DOMException, or an object made with Object.create(Error.prototype).
  for (let link = prototypeOf(value); link !== null; link = prototypeOf(link)) {
    if (Object.hasOwn(link, 'message') && (link as { constructor?: { name?: unknown } }).constructor?.name === 'Error')
      return true
  }
  return false
}

const prototypeOf = (value: object) => Object.getPrototypeOf(value) as object | null

/** The older runtime takes any object with the three members of an error for one. */
function looksLikeError(value: unknown): value is Error {
  const { name, message, stack } = (value ?? {}) as Record<string, unknown>
  return [name, message, stack].every((member) => typeof member === 'string' && member !== '')
}

/** The payload travels in a header as well, where DEL is not allowed. */
function clean(text: string | undefined): string | undefined {
  return text?.replaceAll('\x7F', '%7F')
}
