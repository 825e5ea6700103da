import { differenceText } from '../assertions/differenceText'
import type { Rule } from '../faults/rule'
import type { CallEntry } from '../journal/callEntry'
import { formatCall } from '../journal/formatCall'
import { logicalCalls } from '../journal/logicalCalls'
import { nearestCalls, type Miss } from '../journal/nearestCalls'
import { inputDifferences } from '../matching/inputFits'
import { match } from '../wire/match'
import { inputSecrecy } from '../usage/secrets'

/** Members named for each miss. */
const mostDifferences = 3

/** The call that a rule only just did not speak about, with what differs; nothing if there was none, or the rule spoke about it. */
export function nearestCallTo(rule: Rule, entries: readonly CallEntry[]): readonly string[] {
  if (rule.pattern === undefined) return []
  const calls = logicalCalls(entries)
    .map(({ first }) => first)
    .filter(({ operation }) => rule.operation === '*' || operation === rule.operation)
  const misses = nearestCalls(calls, (call) => differencesBetween(rule, call))
  const [nearest] = misses
  if (nearest === undefined || nearest.differences.length === 0) return []
  const count = misses.length === 1 ? 'The call' : `Nearest of ${misses.length} calls`
  return [`${count}: ${formatCall(nearest.call)}`, ...textsOf(nearest, nearest.call)]
}

/** The rule that only just did not speak about a call, with what differs. */
export function nearestRuleTo(call: CallEntry, rules: readonly Rule[]): readonly string[] {
  const asked = rules.filter(({ operation, pattern }) => pattern !== undefined && operation === call.operation)
  const [nearest] = nearestCalls(asked, (rule) => differencesBetween(rule, call))
  if (nearest === undefined || nearest.differences.length === 0) return []
  return [`Nearest rule: lambda.${nearest.call.text}`, ...textsOf(nearest, call)]
}

/** What may have been meant by a request that is no operation of Lambda's. */
export function nearestOperationTo({ request }: CallEntry): readonly string[] {
  const { method, path, query } = request
  const others = ['GET', 'POST', 'PUT', 'DELETE'].filter((other) => other !== method)
  const found = others.flatMap((other) => {
    const operation = match({ method: other, path, query })?.operation
    return operation === undefined ? [] : [`${other} there is ${operation.name}`]
  })
  return found.length === 0 ? [] : [`${found.join(', ')}.`]
}

function differencesBetween({ operation, pattern }: Rule, call: CallEntry) {
  return inputDifferences(operation === '*' ? call.operation : operation, pattern, call.input, () => call.payload, call)
}

function textsOf({ differences }: Miss<unknown>, { operation }: CallEntry): readonly string[] {
  const secrecy = operation === undefined ? () => 'open' as const : inputSecrecy(operation)
  const left = differences.length - mostDifferences
  return [
    ...differences.slice(0, mostDifferences).map((difference) => `  ${differenceText(difference, 'the input', secrecy)}`),
    ...(left > 0 ? [`  … and ${left} more differences`] : []),
  ]
}
