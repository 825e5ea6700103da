import type { ErrorObject, Event } from '../../model/api'
import type { DurableEventRecord, DurableExecutionRecord } from '../../state/durableExecutionRecord'

/** Adds a line to the history of an execution. Event ids count from 1. */
export function note(
  execution: DurableExecutionRecord,
  type: DurableEventRecord['type'],
  at: number,
  operation: DurableEventRecord['operation'],
  details: DurableEventRecord['details'] = {},
): void {
  execution.history.push({ id: execution.history.length + 1, type, at, operation, details })
}

/** The member of an event that holds a result. */
export function resultDetails(result: string | undefined): { readonly Result: { readonly Payload: string | undefined } } {
  return { Result: { Payload: result } }
}

/** The member of an event that holds an error. */
export function errorDetails(error: ErrorObject | undefined): { readonly Error: { readonly Payload: ErrorObject | undefined } } {
  return { Error: { Payload: error } }
}

/**
 * A line of the history as the API shows it.
 * https://docs.aws.amazon.com/lambda/latest/api/API_Event.html
 * @param withData whether it shows what went into operations and came out of them
 */
export function describeEvent({ id, type, at, operation, details }: DurableEventRecord, withData: boolean): Event {
  return {
    EventType: type,
    SubType: operation?.subType,
    EventId: id,
    Id: operation?.id,
    Name: operation?.name,
    EventTimestamp: new Date(at),
    ParentId: operation?.parentId,
    [`${type}Details`]: withData ? details : withoutData(details),
  }
}

/** Input, Result and Error stay as members, without their payloads. */
function withoutData(details: DurableEventRecord['details']): DurableEventRecord['details'] {
  const entries = Object.entries(details)
  return Object.fromEntries(entries.map(([name, value]) => [name, dataMembers.has(name) ? {} : value]))
}

const dataMembers: ReadonlySet<string> = new Set(['Input', 'Result', 'Error'])
