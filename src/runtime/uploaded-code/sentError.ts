import { isError } from '../errorPayload'

/** What a function threw, in a form that a message can carry. */
export type SentError =
  | {
      readonly kind: 'error'
      readonly name: string
      readonly message: string
      readonly stack: string | undefined
      /** The name of its class, which JSON logs show. */
      readonly className: string | undefined
      readonly members: Readonly<Record<string, unknown>>
    }
  | { readonly kind: 'value'; readonly value: unknown }
  /** A value that cannot be copied, by its text. */
  | { readonly kind: 'text'; readonly text: string }

export function sendError(thrown: unknown): SentError {
  if (isError(thrown)) {
    try {
      const members: Record<string, unknown> = {}
      for (const [name, value] of Object.entries(thrown)) if (isCopyable(value)) members[name] = value
      const className = (thrown as Partial<Error>).constructor?.name
      const { name, message, stack } = thrown
      return { kind: 'error', name: String(name), message: String(message), stack: stack && String(stack), className, members }
    } catch {
      return { kind: 'text', text: 'An error whose members cannot be read' }
    }
  }
  return isCopyable(thrown) && !hasTextOfItsOwn(thrown)
    ? { kind: 'value', value: thrown }
    : { kind: 'text', text: textOf(thrown) }
}

/** The thrown value again; an error is one of this realm, with the name and stack that it had. */
export function receiveError(sent: SentError, cleaned: (text: string) => string): unknown {
  if (sent.kind === 'value') return typeof sent.value === 'string' ? cleaned(sent.value) : sent.value
  if (sent.kind === 'text') return { toString: () => cleaned(sent.text) }
  const error = new Error(cleaned(sent.message))
  const hidden = (value: unknown) => ({ value, enumerable: false, configurable: true, writable: true })
  Object.defineProperties(error, {
    name: hidden(sent.name),
    stack: hidden(sent.stack && cleaned(sent.stack)),
    constructor: hidden({ name: sent.className }),
  })
  return Object.assign(error, sent.members)
}

function isCopyable(value: unknown): boolean {
  try {
    structuredClone(value)
    return true
  } catch {
    return false
  }
}

/** A copy would lose a toString() that is the value's own. */
function hasTextOfItsOwn(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && textOf(value) !== '[object Object]'
}

function textOf(value: unknown): string {
  try {
    return String(value)
  } catch {
    return 'a value that has no text'
  }
}
