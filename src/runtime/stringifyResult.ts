import type { Ending } from './ending'
import type { Profile } from './profile'
import { newRuntimeError } from './runtimeError'

/**
 * A handler's result as the JSON that Lambda answers with; `undefined` becomes `null`.
 * What cannot be JSON fails the invocation (source of the runtime interface client).
 */
export function stringifyResult(value: unknown, profile: Profile): Ending {
  let json: string | undefined
  try {
    json = JSON.stringify(value === undefined ? null : value)
  } catch (error) {
    const name = profile === 'node24' ? 'Runtime.JSONStringifyError' : 'Error'
    const failure = newRuntimeError(name, 'Unable to stringify response body', profile)
    return { kind: 'threw', error: failure, hint: `JSON.stringify refuses the result: ${messageOf(error)}` }
  }
  if (json !== undefined) return { kind: 'returned', json }
  // A function or a symbol has no JSON at all; this is what Lambda's native client says to it.
  const failure = newRuntimeError('TypeError', 'Wrong arguments', 'node22')
  return { kind: 'threw', error: failure, hint: `The result is a ${typeof value}, which has no JSON.` }
}

function messageOf(error: unknown): string {
  try {
    return String((error as Partial<Error> | undefined)?.message ?? error)
  } catch {
    return 'it threw something that cannot be read'
  }
}
