import { ServiceError } from '../../errors/serviceError'
import { UsageError } from '../../errors/usageError'
import type { FunctionRecord } from '../../state/functionRecord'

/** Lambda stops the next invocation after about so many of a function in one chain. */
const allowed = 16

/** With RecursiveLoop Allow nothing ever stops a loop; a test that runs into one has to end all the same. */
const runaway = 1000

/**
 * Whether Lambda cuts an invocation off because the function has been invoked too often in the same chain.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html
 */
export function isLoop({ recursiveLoop }: FunctionRecord, hops: number): boolean {
  return recursiveLoop !== 'Allow' && hops > allowed
}

/** What a function is answered that invokes itself in a loop: RecursiveInvocationException, in the words of the API page. */
export function recursiveInvocation(): ServiceError {
  return new ServiceError('RecursiveInvocationException', recursionMessage)
}

export const recursionMessage =
  'Lambda has detected your function being invoked in a recursive loop with other Amazon Web Services resources and stopped ' +
  "your function's invocation."

/** Refuses a loop that AWS would let run for ever. */
export function requireEnd({ name, recursiveLoop }: FunctionRecord, hops: number): void {
  if (recursiveLoop !== 'Allow' || hops <= runaway) return
  throw new UsageError(
    `Function ${name} has been invoked ${runaway} times in one chain of invocations. Its RecursiveLoop is 'Allow', so Lambda would ` +
      'go on for ever. Let the chain end, or leave RecursiveLoop at Terminate.',
  )
}
