import { partsOf } from '../matching/functionName'
import { withoutSecrets } from '../usage/secrets'
import { attemptOf } from '../wire/attemptOf'
import type { CallRecord } from './callRecord'

/** What a line of a log says of a call: cheap to make, since nothing is decoded. */
export interface CallHead {
  readonly operation: string | undefined
  /** Bare, whatever form of the name the caller used. */
  readonly functionName: string | undefined
  readonly qualifier: string | undefined
  readonly method: string
  readonly path: string
  /** HTTP status; undefined for a broken connection. */
  readonly status: number | undefined
  readonly error: { readonly name: string; readonly message: string } | undefined
  /** 'Unhandled': the function failed. */
  readonly functionError: string | undefined
  /** 1 for the first attempt of a call. */
  readonly attempt: number
  /** Epoch milliseconds. */
  readonly at: number
  /** Milliseconds. */
  readonly duration: number
}

type Told = Pick<CallRecord, 'operation' | 'input' | 'output' | 'error' | 'request' | 'response' | 'at' | 'duration'>

/** Makes one of a call that is over, as it was taken down or as those see it who look back. */
export function callHead({ operation, input, output, error, request, response, at, duration }: Told): CallHead {
  const { FunctionName: given, Qualifier: qualifier } = input
  const named = typeof given === 'string' ? partsOf(given) : undefined
  return {
    operation,
    functionName: named?.name ?? (typeof given === 'string' ? given : undefined),
    qualifier: typeof qualifier === 'string' ? qualifier : named?.qualifier,
    method: request.method,
    path: request.path,
    status: response?.kind === 'reply' ? response.status : error?.status,
    error: error && {
      name: error.name,
      message: operation === undefined ? error.message : withoutSecrets(error.message, operation, input),
    },
    functionError: typeof output?.FunctionError === 'string' ? output.FunctionError : undefined,
    attempt: attemptOf(request.headers),
    at,
    duration,
  }
}
