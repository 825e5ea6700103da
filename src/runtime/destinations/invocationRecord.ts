import type { AsyncEvent } from '../async/asyncEvent'
import type { Condition } from '../async/condition'
import type { InvocationOutcome } from '../invocation'
import { eventText } from '../parseEvent'

/**
 * The record of an asynchronous invocation as destinations get it, with its keys in the recorded order. An event that never ran
 * has no response (recorded for ZeroReservedConcurrency).
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
export function invocationRecord(event: AsyncEvent, condition: Condition, now: number): string {
  const { lastRun, requestId, runs } = event
  const requestContext = { requestId, functionArn: invokedArn(event), condition, approximateInvokeCount: runs }
  // The payloads are JSON as they are: decoding them would cost more than all the rest, and change numbers that are too long.
  const members = [
    '"version":"1.0"',
    `"timestamp":${JSON.stringify(new Date(now))}`,
    `"requestContext":${JSON.stringify(requestContext)}`,
    `"requestPayload":${eventText(event.payload)}`,
  ]
  if (lastRun !== undefined) {
    const { executedVersion, functionError } = lastRun
    members.push(`"responseContext":${JSON.stringify({ statusCode: 200, executedVersion, functionError })}`)
    members.push(`"responsePayload":${resultText(lastRun)}`)
  }
  return `{${members.join(',')}}`
}

/** The function as it was invoked, always with a qualifier (recorded). */
export function invokedArn({ fn, qualifier }: AsyncEvent): string {
  return `${fn.arn}:${qualifier ?? '$LATEST'}`
}

/** JSON; what a streaming function has written need not be, and becomes a string. */
function resultText({ payload }: InvocationOutcome): string {
  const text = new TextDecoder().decode(payload)
  try {
    JSON.parse(text)
    return text
  } catch {
    return JSON.stringify(text)
  }
}
