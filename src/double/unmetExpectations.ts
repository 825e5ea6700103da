import { breachText, type Breach } from '../contracts/breach'
import type { CallEntry } from '../journal/callEntry'
import { formatCall } from '../journal/formatCall'
import { onOneLine, shortened } from '../matching/formatValue'
import { withoutSecrets } from '../usage/secrets'
import type { House } from './house'
import { unusedSteps } from '../faults/rule'
import { noOperation } from '../wire/unknownOperation'
import { nearestCallTo, nearestOperationTo, nearestRuleTo } from './nearMisses'

/** Complaints that are shown; a reader has seen enough of them then. */
const most = 20

/** A sentence, and what is known about it. */
type Complaint = readonly [sentence: string, ...more: readonly string[]]

/** What `verify()` has to complain about, as one error; undefined if all is well. */
export function unmetExpectations(house: House, seed: number): Error | undefined {
  const complaints: readonly Complaint[] = [
    ...unusedRules(house),
    ...house.troubles().map((call) => aboutTrouble(call, house)),
    ...functionsWithoutHandler(house),
    ...house.deliveryMistakes().map((mistake): Complaint => [mistake]),
    ...house.contracts.breaches.map(aboutBreach),
  ]
  if (complaints.length === 0) return undefined
  const lines = complaints
    .slice(0, most)
    .flatMap(([sentence, ...more]) => [`  - ${sentence}`, ...more.map((line) => `      ${line}`)])
  if (complaints.length > most) lines.push(`  … and ${complaints.length - most} more`)
  const dropped = house.dropped()
  const footer = [
    ...(dropped > 0 ? [`Older entries that were dropped (journalLimit) and are not looked at: ${dropped}`] : []),
    `seed: ${seed}`,
  ]
  const error = new Error(
    `lambda.verify() found:\n${lines.map((line) => shortened(onOneLine(line), 400)).join('\n')}\n\n${footer.join('\n')}`,
  )
  error.name = 'VerificationError'
  return error
}

function unusedRules({ rules, calledSoFar }: House): Complaint[] {
  return rules
    .unused()
    .flatMap((rule) =>
      unusedSteps(rule).map(({ behaviour, times, used }): Complaint => [
        `lambda.${rule.text}.${behaviour.text}.times(${times}) happened ${used === 1 ? 'once' : `${used} times`}.`,
        ...nearestCallTo(rule, calledSoFar()),
      ]),
    )
}

function aboutTrouble(call: CallEntry, house: House): Complaint {
  const { operation, error, hint, request, input } = call
  if (error === noOperation)
    return [`${request.method} ${request.path} is no operation of the Lambda API.`, ...nearestOperationTo(call)]
  const texts = [error?.message, hint].filter((text) => text !== undefined)
  const sentence = [...new Set(texts)].join(' ')
  return [
    operation === undefined ? sentence : withoutSecrets(sentence, operation, input),
    ...(error?.name === 'ResourceNotFoundException' ? nearestRuleTo(call, house.rules.all()) : []),
    ...(error?.name === 'PredicateError' ? [`The call: ${formatCall({ ...call, error: undefined })}`] : []),
  ]
}

/** A breach also of a call whose rejection the code under test has swallowed. */
function aboutBreach(breach: Breach): Complaint {
  const [title = '', ...lines] = breachText(breach).split('\n')
  return [title, ...lines.map((line) => line.trimStart())]
}

function functionsWithoutHandler({ ranSoFar }: House): Complaint[] {
  return ranSoFar()
    .filter((invocation) => invocation.error?.errorType === 'Runtime.HandlerNotFound')
    .map((invocation) => [invocation.error?.errorMessage ?? ''])
}
