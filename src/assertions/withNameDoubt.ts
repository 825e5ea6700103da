import { slip } from '../errors/slip'
import { logicalCalls } from '../journal/logicalCalls'
import { inputFits } from '../matching/inputFits'
import { partsOf } from '../matching/functionName'
import type { AssertionView } from './assertionView'
import { callList, failureText } from './failureText'
import type { MatcherResult } from './matcherResult'

/**
 * A result that speaks of a function, with the doubt whether there is one: where the double has none of that name, no call has ever
 * named it, and it is a slip for one that there is, an assertion that holds because nothing happened says nothing.
 */
export function withNameDoubt(view: AssertionView, name: string, result: MatcherResult): MatcherResult {
  return { ...result, doubt: () => doubtOf(view, name) }
}

function doubtOf(view: AssertionView, name: string): string | undefined {
  const { name: bare = name, region } = partsOf(name) ?? {}
  // Of other regions, and of calls that had to make room, the view knows nothing.
  if (region !== undefined || view.dropped > 0 || view.functionNames.includes(bare)) return undefined
  const meant = slip(bare, view.functionNames)
  if (meant === undefined) return undefined
  const calls = logicalCalls(view.calls)
  const isNamed = calls.some(({ operation, first }) =>
    inputFits(operation, { FunctionName: bare }, first.input, () => undefined, first),
  )
  if (isNamed || view.invocations.some(({ functionName }) => functionName === bare)) return undefined
  return failureText(
    view,
    `There is no function '${bare}', so nothing is said of it. Did you mean '${meant}'?`,
    [`If there are two, let the double have both: lambda.function('${bare}')`],
    callList('Received:', calls),
  )
}
