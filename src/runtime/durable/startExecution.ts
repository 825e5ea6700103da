import { ServiceError } from '../../errors/serviceError'
import type { DurableExecutionRecord } from '../../state/durableExecutionRecord'
import type { InvocationRequest } from '../invocation'
import { eventText } from '../parseEvent'
import { wake } from './drive'
import type { DurableHouse } from './durableHouse'
import { executionsOf } from './findExecution'
import { newExecution } from './newExecution'

/**
 * Starts an execution of a durable function; its handler runs on the next turn. The same name with the same event is the
 * execution that there is already, whatever has become of it.
 * Refuses the name of an execution that was started with another event (the text is the error's documentation).
 * https://docs.aws.amazon.com/lambda/latest/dg/durable-execution-idempotency.html
 */
export function startExecution(
  request: InvocationRequest,
  name: string | undefined,
  house: DurableHouse,
): DurableExecutionRecord {
  const { region, clock } = house
  const before =
    name === undefined ? undefined : executionsOf(region, request.fn, clock.now()).find((execution) => execution.name === name)
  if (before) {
    if (before.input === eventText(request.payload)) return before
    throw new ServiceError(
      'DurableExecutionAlreadyStartedException',
      'The durable execution with the specified name has already been started. ' +
        'Each durable execution name must be unique within the function.',
    )
  }
  const execution = newExecution(request, name, house)
  wake(execution, house)
  return execution
}
