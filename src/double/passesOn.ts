import { isServiceError } from '../errors/serviceError'
import { concerns, unusedSteps, type Rule } from '../faults/rule'
import { decodePayload, newCallRecord } from '../journal/callRecord'
import type { OperationModel } from '../model/shape'
import { parseFunctionName } from '../state/functionName'
import { decode } from '../wire/decode'
import { match } from '../wire/match'
import type { WireRequest } from '../wire/messages'
import type { House } from './house'

/**
 * Whether the double leaves a request to AWS, with `onUnmatched: 'passthrough'`: one that is no operation of the Lambda API, or that
 * names a function which the double does not have in that account and region. What a rule speaks about is the double's,
 * and so is CreateFunction, and every operation that names no function. What is passed on is in the journal, without an answer.
 */
export function passesOn(house: House, request: WireRequest): boolean {
  const matched = match(request)
  const input = matched === undefined ? {} : readInput(matched.operation, matched.labels, request)
  if (input === undefined || (matched !== undefined && belongsHere(house, matched.operation, input, request))) return false
  const { settings, world, clock } = house
  const region = world.region(request.accountId ?? settings.accountId, request.region ?? settings.region)
  const entry = newCallRecord(matched?.operation.name, request, region, clock.now())
  entry.input = input
  entry.hint = 'The double has nothing for this call: it was passed on.'
  house.calls.push(entry)
  house.ended(entry)
  return true
}

type Input = Readonly<Record<string, unknown>>

function belongsHere(house: House, { name }: OperationModel, input: Input, request: WireRequest): boolean {
  if (name === 'CreateFunction' || typeof input.FunctionName !== 'string') return true
  const named = parseFunctionName(input.FunctionName)
  // Lambda has something to say about such a name.
  if (named === undefined) return true
  const { settings, world, rules } = house
  const accountId = named.accountId ?? request.accountId ?? settings.accountId
  const region = world.region(accountId, named.region ?? request.region ?? settings.region)
  const call = { operation: name, input, payload: () => decodePayload(input), headers: request.headers }
  return region.functions.has(named.name) || rules.all().some((rule) => isInForce(rule) && concerns(rule, call))
}

function isInForce(rule: Rule): boolean {
  return unusedSteps(rule).length > 0 || rule.steps.some(({ times }) => times === Infinity)
}

/** Undefined for a request that Lambda refuses to read. */
function readInput(operation: OperationModel, labels: Readonly<Record<string, string>>, request: WireRequest): Input | undefined {
  try {
    return decode(operation, labels, request)
  } catch (error) {
    if (isServiceError(error)) return undefined
    throw error
  }
}
