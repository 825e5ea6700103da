import type { AsyncEvent } from '../async/asyncEvent'
import type { Condition } from '../async/condition'
import type { InvocationOutcome } from '../invocation'
import { parseEvent } from '../parseEvent'

/**
 * The record of an asynchronous invocation as destinations get it, with its keys in the recorded order. An event that never ran
 * has no response (recorded for ZeroReservedConcurrency).
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
export function invocationRecord(event: AsyncEvent, condition: Condition, now: number): string {
  const { lastRun } = event
  return JSON.stringify({
    version: '1.0',
    timestamp: new Date(now).toISOString(),
    requestContext: {
      requestId: event.requestId,
      functionArn: invokedArn(event),
      condition,
      approximateInvokeCount: event.runs,
    },
    requestPayload: parseEvent(event.payload),
    responseContext: lastRun && {
      statusCode: 200,
      executedVersion: lastRun.executedVersion,
      functionError: lastRun.functionError,
    },
    responsePayload: lastRun && parsed(lastRun),
  })
}

/** The function as it was invoked, always with a qualifier (recorded). */
export function invokedArn({ fn, qualifier }: AsyncEvent): string {
  return `${fn.arn}:${qualifier ?? '$LATEST'}`
}

/** What a streaming function has written need not be JSON. */
function parsed({ payload }: InvocationOutcome): unknown {
  const text = new TextDecoder().decode(payload)
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}
