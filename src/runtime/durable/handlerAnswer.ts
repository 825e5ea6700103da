import type { ErrorObject } from '../../model/api'
import type { InvocationOutcome } from '../invocation'

/** What a run of a durable handler ended with; 'CRASHED' is a run that gave no answer at all. */
export type HandlerAnswer =
  | { readonly status: 'SUCCEEDED'; readonly result: string | undefined }
  | { readonly status: 'FAILED'; readonly error: ErrorObject | undefined }
  | { readonly status: 'PENDING' }
  | { readonly status: 'CRASHED'; readonly error: ErrorObject }

/**
 * Reads `{ Status, Result, Error }`. An answer that is none fails the execution.
 * https://docs.aws.amazon.com/lambda/latest/dg/durable-functions.html
 */
export function handlerAnswer({ payload, functionError }: InvocationOutcome): HandlerAnswer {
  const text = Buffer.from(payload).toString()
  if (functionError !== undefined) return { status: 'CRASHED', error: functionErrorObject(text) }
  const { Status, Result, Error } = members(text)
  if (Result !== undefined && typeof Result !== 'string') return invalid('Result must be a string.')
  if (Error !== undefined && typeof Error !== 'object') return invalid('Error must be an object.')
  switch (Status) {
    case 'SUCCEEDED':
      return Error === undefined ? { status: 'SUCCEEDED', result: Result } : invalid('Cannot provide an Error for SUCCEEDED status.')
    case 'FAILED':
      return Result === undefined
        ? { status: 'FAILED', error: Error as ErrorObject | undefined }
        : invalid('Cannot provide a Result for FAILED status.')
    case 'PENDING':
      return { status: 'PENDING' }
    default:
      return invalid('Invalid Status in invocation output.')
  }
}

/** The error of a function as durable executions write it. */
export function functionErrorObject(payload: string): ErrorObject {
  const { errorType, errorMessage, trace } = members(payload)
  return {
    ErrorType: errorType as string | undefined,
    ErrorMessage: errorMessage as string | undefined,
    StackTrace: trace as string[] | undefined,
  }
}

/** An answer that the service cannot take; its words are not recorded. */
export function invalid(message: string): HandlerAnswer {
  return { status: 'FAILED', error: { ErrorType: 'InvalidParameterValueException', ErrorMessage: message } }
}

/** The members of a JSON object without those that are null; none if the text is no object. */
function members(text: string): Readonly<Record<string, unknown>> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return {}
  }
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null))
}
