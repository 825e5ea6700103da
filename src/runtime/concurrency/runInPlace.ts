import type { InvocationOutcome, InvocationRequest, RuntimeHouse } from '../invocation'
import { runVersion } from '../runVersion'

/**
 * Runs a version once, in a place among the concurrent executions that it gives back whatever happens.
 * Throws TooManyRequestsException if there is none.
 */
export async function runInPlace(request: InvocationRequest, house: RuntimeHouse): Promise<InvocationOutcome> {
  const release = house.concurrency.take(request, house)
  try {
    return await runVersion(request, house)
  } finally {
    release()
  }
}
