import type { OperationName } from '../../model/api'
import { operations } from '../../model/operations'
import { shapes } from '../../model/shapes'
import type { ApiUse } from './apiUse'

/** How code under test used one operation, and what it was never shown of it. */
export interface OperationReport {
  readonly operation: OperationName
  /** Attempts, retries included. */
  readonly calls: number
  /** Members of the input, in AWS's spelling. */
  readonly members: { readonly used: readonly string[]; readonly unused: readonly string[] }
  /** Errors that AWS's model has for the operation: those that some attempt was answered with, and the others. */
  readonly errors: { readonly shown: readonly string[]; readonly neverShown: readonly string[] }
  /** Failures that no model lists: codes of broken connections, errors that AWS answers with all the same. */
  readonly otherFailures: readonly string[]
  /** Whether an invocation was answered with a FunctionError; undefined for what is no invocation. */
  readonly functionErrorShown: boolean | undefined
}

/** What a test run exercised of the Lambda API, and which of its failures the code under test was never shown. */
export interface ApiReport {
  readonly kind: 'api'
  readonly operations: readonly OperationReport[]
  /** Operations that were never called. */
  readonly unexercised: readonly OperationName[]
  /** Of the modelled errors of the exercised operations. */
  readonly errors: { readonly shown: number; readonly all: number }
}

export function newApiReport(use: ApiUse): ApiReport {
  const names = (Object.keys(operations) as OperationName[]).sort()
  const reports = names.filter((name) => use.has(name)).map((name) => reportOn(name, use))
  const shown = reports.reduce((total, { errors }) => total + errors.shown.length, 0)
  const all = reports.reduce((total, { operation }) => total + operations[operation].errors.length, 0)
  return { kind: 'api', operations: reports, unexercised: names.filter((name) => !use.has(name)), errors: { shown, all } }
}

function reportOn(operation: OperationName, use: ApiUse): OperationReport {
  const { calls, members, failures, functionErrors } = use.get(operation)!
  const { input, errors } = operations[operation]
  const shape = input === undefined ? undefined : shapes[input]
  const known = shape?.type === 'structure' ? Object.keys(shape.members).sort() : []
  const modelled = [...errors].sort()
  return {
    operation,
    calls,
    members: { used: known.filter((name) => members.has(name)), unused: known.filter((name) => !members.has(name)) },
    errors: { shown: modelled.filter((name) => failures.has(name)), neverShown: modelled.filter((name) => !failures.has(name)) },
    otherFailures: [...failures.keys()].filter((name) => !modelled.includes(name as never)).sort(),
    functionErrorShown: operation === 'Invoke' ? functionErrors > 0 : undefined,
  }
}
