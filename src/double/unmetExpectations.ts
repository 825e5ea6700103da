import type { House } from './house'
import { unusedSteps } from '../faults/rule'

/** What `verify()` has to complain about, as one error; undefined if all is well. */
export function unmetExpectations(house: House, seed: number): Error | undefined {
  const complaints = [
    ...unusedRules(house),
    ...unmatchedCalls(house),
    ...unseededFunctions(house),
    ...functionsWithoutHandler(house),
    ...house.deliveryMistakes(),
  ]
  if (complaints.length === 0) return undefined
  const error = new Error(`lambda.verify() found:\n${complaints.map((each) => `  - ${each}`).join('\n')}\n\nseed: ${seed}`)
  error.name = 'VerificationError'
  return error
}

function unusedRules({ rules }: House): string[] {
  return rules
    .unused()
    .flatMap((rule) =>
      unusedSteps(rule).map(
        (step) =>
          `lambda.${rule.text}.${step.behaviour.text}.times(${step.times}) happened ${step.used === 1 ? 'once' : `${step.used} times`}.`,
      ),
    )
}

function unmatchedCalls({ calledSoFar }: House): string[] {
  return calledSoFar()
    .filter(({ operation, error }) => error?.name === (operation === undefined ? 'UnknownOperationException' : 'UsageError'))
    .map((call) =>
      call.operation === undefined
        ? `${call.request.method} ${call.request.path} is no operation of the Lambda API.`
        : (call.error?.message ?? ''),
    )
}

/**
 * Under `strict`, a function or a function URL that nobody created is a mistake of the test even when the code under test swallows
 * the answer.
 */
function unseededFunctions({ calledSoFar, settings }: House): string[] {
  if (!settings.strict) return []
  return calledSoFar()
    .filter((call) =>
      call.operation === undefined
        ? call.error?.name === 'AccessDeniedException'
        : call.operation === 'Invoke' && call.error?.name === 'ResourceNotFoundException',
    )
    .map(({ error, hint }) => [...new Set([error?.message, hint])].filter((text) => text !== undefined).join(' '))
}

function functionsWithoutHandler({ ranSoFar }: House): string[] {
  return ranSoFar()
    .filter((invocation) => invocation.error?.errorType === 'Runtime.HandlerNotFound')
    .map((invocation) => invocation.error?.errorMessage ?? '')
}
