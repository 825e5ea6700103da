import type { DurableExecutionRecord } from '../../state/durableExecutionRecord'
import type { InvocationOutcome } from '../invocation'

/**
 * What a synchronous Invoke answers for an execution that has ended: its result, or its error in the shape of any failed
 * function's (the shape is not recorded).
 */
export function executionOutcome({ status, result, error, version, progress }: DurableExecutionRecord): InvocationOutcome {
  const executed = { executedVersion: version.version, log: () => progress.log() }
  if (status === 'SUCCEEDED') return { ...executed, payload: Buffer.from(result ?? 'null') }
  const { ErrorType: errorType, ErrorMessage: errorMessage, ErrorData: errorData, StackTrace: trace } = error ?? {}
  const payload = Buffer.from(JSON.stringify({ errorType, errorMessage, errorData, trace }))
  return { ...executed, payload, functionError: 'Unhandled' }
}
