import { throttleMessage } from '../concurrency/throttled'
import type { AsyncEvent } from '../async/asyncEvent'
import type { Condition } from '../async/condition'
import { eventText } from '../parseEvent'
import { recursionMessage } from '../trace/recursion'
import type { MessageAttribute } from './delivery'

/** Most bytes of an error's message. */
const limit = 1024

/** What a dead-letter queue or topic gets. */
export interface DeadLetter {
  /** The event as it came. */
  readonly body: string
  readonly attributes: Readonly<Record<'RequestID' | 'ErrorCode' | 'ErrorMessage', MessageAttribute>>
}

/**
 * An event that was given up, with the last error beside it (recorded).
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html#invocation-dlq
 */
export function deadLetter(event: AsyncEvent, condition: Condition): DeadLetter {
  const { code, message } = lastError(event, condition)
  return {
    body: eventText(event.payload),
    attributes: {
      RequestID: { DataType: 'String', StringValue: event.requestId },
      ErrorCode: { DataType: 'Number', StringValue: String(code) },
      ErrorMessage: { DataType: 'String', StringValue: shortened(message) },
    },
  }
}

/** A function's error has status 200, as Invoke would answer it. For an event that Lambda refused to run nothing is recorded. */
function lastError({ lastRun }: AsyncEvent, condition: Condition): { readonly code: number; readonly message: string } {
  if (condition === 'RecursiveInvocation') return { code: 400, message: recursionMessage }
  if (lastRun === undefined || condition === 'ZeroReservedConcurrency') return { code: 429, message: throttleMessage }
  const text = new TextDecoder().decode(lastRun.payload)
  const { errorMessage, errorType } = JSON.parse(text) as { readonly errorMessage?: string; readonly errorType?: string }
  // An attribute cannot be empty.
  return { code: 200, message: errorMessage || errorType || text }
}

/** As many whole characters as fit in. */
function shortened(message: string): string {
  const bytes = new TextEncoder().encode(message)
  return bytes.byteLength <= limit ? message : new TextDecoder().decode(bytes.subarray(0, limit), { stream: true })
}
