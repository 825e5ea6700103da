import type { OperationName } from '../../model/api'

/** How code under test used one operation of the Lambda API. */
export interface OperationUse {
  calls: number
  /** Members of the input that some call had. */
  readonly members: Set<string>
  /** What attempts were answered with instead of an output: names of errors, codes of broken connections. */
  readonly failures: Map<string, number>
  /** Invocations that were answered with a FunctionError. */
  functionErrors: number
}

/** How the Lambda API was used, by operation. */
export type ApiUse = Map<OperationName, OperationUse>

/** An attempt that is over: part of an entry of `lambda.calls()`. */
export interface UsedCall {
  readonly operation: OperationName | undefined
  readonly input: Readonly<Record<string, unknown>>
  readonly output: Readonly<Record<string, unknown>> | undefined
  readonly error: { readonly name: string; readonly status: number | undefined } | undefined
}

export function noteCall(use: ApiUse, { operation, input, output, error }: UsedCall): void {
  if (operation === undefined) return
  let noted = use.get(operation)
  if (noted === undefined) use.set(operation, (noted = { calls: 0, members: new Set(), failures: new Map(), functionErrors: 0 }))
  noted.calls++
  for (const name in input) if (input[name] !== undefined) noted.members.add(name)
  if (error !== undefined && isShown(error)) noted.failures.set(error.name, (noted.failures.get(error.name) ?? 0) + 1)
  if (output?.FunctionError !== undefined) noted.functionErrors++
}

/** An answer of Lambda's, or a code of Node's such as ECONNRESET. What else ends a call is between the test and the double. */
function isShown({ name, status }: NonNullable<UsedCall['error']>): boolean {
  return status !== undefined || /^E[A-Z0-9_]+$/.test(name)
}
