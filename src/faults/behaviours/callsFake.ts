import { UsageError } from '../../errors/usageError'
import { shown } from '../../usage/readMembers'
import type { OperationName } from '../../model/api'
import type { Behaviour } from '../behaviour'
import { failure } from './rejects'
import { requireOutput, withPayload } from './resolves'

/** A stand-in for the whole operation: takes its input, gives its output. */
export type Fake = (input: never, getClient: () => undefined) => unknown

/** Answers with what a function of the test's makes of the input. What it throws is treated as by `rejects`. */
export function callsFake(operation: OperationName | '*', fake: Fake): Behaviour {
  if (typeof fake !== 'function') throw new UsageError(`callsFake(...) takes a function of the input, not ${shown(fake)}.`)
  return {
    text: 'callsFake(...)',
    async before({ input }) {
      try {
        const output = await fake(input as never, () => undefined)
        return { output: withPayload(requireOutput(operation, output ?? {}, 'callsFake(...)')) }
      } catch (error) {
        return failure(error)
      }
    },
  }
}
