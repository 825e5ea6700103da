import type { Example } from './contract'

/** The errorType that an example fails with; undefined if it is answered. */
export function errorTypeOf({ error }: Example): string | undefined {
  return typeof error === 'object' ? error.errorType : error
}

/** The error payload that an example says, as Lambda would give it: without a payload of its own, its name is the message. */
export function errorPayloadOf(example: Example, name: string): Readonly<Record<string, unknown>> {
  const { error } = example
  return typeof error === 'object' ? { errorMessage: name, ...error } : { errorType: error, errorMessage: name }
}

/** The states that an example needs. */
export function statesOf({ given }: Example): readonly string[] {
  return given === undefined ? [] : typeof given === 'string' ? [given] : given
}
