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
 * @param isCanned the result was given by the test: it stands for that of the whole execution, unless it has a Status
 */
export function handlerAnswer({ payload, functionError }: InvocationOutcome, isCanned: boolean): HandlerAnswer {
  const text = Buffer.from(payload).toString()
  if (functionError !== undefined) return { status: 'CRASHED', error: functionErrorObject(text) }
  const { Status, Result, Error } = members(text)
  if (isCanned && Status === undefined) return { status: 'SUCCEEDED', result: text }
  if (Result !== undefined && typeof Result !== 'string') return invalidAnswer('Result must be a string.')
  if (Error !== undefined && typeof Error !== 'object') return invalidAnswer('Error must be an object.')
  switch (Status) {
    case 'SUCCEEDED':
      return Error === undefined
        ? { status: 'SUCCEEDED', result: Result }
        : invalidAnswer('Cannot provide an Error for SUCCEEDED status.')
    case 'FAILED':
      return Result === undefined
        ? { status: 'FAILED', error: Error as ErrorObject | undefined }
        : invalidAnswer('Cannot provide a Result for FAILED status.')
    case 'PENDING':
      return { status: 'PENDING' }
    default:
      return invalidAnswer('Invalid Status in invocation output.')
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

/** An answer that the service cannot take fails the execution. The words are those of AWS's testing kits, as far as they have any. */
export function invalidAnswer(message: string): HandlerAnswer & { readonly status: 'FAILED' } {
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
