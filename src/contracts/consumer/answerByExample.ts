import type { Contract } from '../contract'
import { examplesFor } from '../examples'
import { errorPayloadOf, errorTypeOf } from '../exampleError'

/** The errorType of a run whose event is in no example. */
export const noExample = 'Contract.NoExample'

/** A handler that answers as the examples of a contract say, those in the given states first. */
export function answerByExample(contract: Contract, given: readonly string[]): (event: unknown) => Promise<unknown> {
  return (event) => {
    const [found] = examplesFor(contract, event, given)
    if (found === undefined) return Promise.reject(failure(noExample, `No example of ${contract.name} has this event.`))
    const [name, example] = found
    if (errorTypeOf(example) === undefined) return Promise.resolve(example.response)
    const { errorType, errorMessage } = errorPayloadOf(example, name)
    return Promise.reject(failure(String(errorType), String(errorMessage)))
  }
}

/** An error as the function would throw it. Its stack would show this package, so it has none but its first line. */
function failure(name: string, message: string): Error {
  return Object.assign(new Error(message), { name, stack: `${name}: ${message}` })
}
