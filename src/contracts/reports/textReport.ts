import type { ApiReport, OperationReport } from '../api/apiReport'
import { breachText } from '../breach'
import type { ContractDiff } from '../diff/diffContracts'
import type { Report, VerificationReport } from './report'

/**
 * A report for people.
 * @example console.log(textReport(await verifyContract(createOrder, handler)))
 */
export function textReport(report: Report): string {
  if (report.kind === 'verification') return verificationText(report)
  return report.kind === 'api' ? apiText(report) : diffText(report)
}

function verificationText({ contracts, passed, failed }: VerificationReport): string {
  const lines = contracts.flatMap(({ contract, examples }) => [
    contract,
    ...examples.flatMap(({ name, given, breaches }) => [
      `  ${breaches.length === 0 ? 'ok  ' : 'FAIL'} ${name}${given.length === 0 ? '' : ` (given ${given.join(', ')})`}`,
      ...breaches.map((breach) => breachText(breach).replace(/^/gm, '       ')),
    ]),
    '',
  ])
  return [...lines, `${count(passed + failed, 'example')}: ${passed} passed, ${failed} failed`].join('\n')
}

function diffText({ contract, changes, breaks }: ContractDiff): string {
  if (changes.length === 0) return `${contract}: nothing changed.`
  const lines = changes.map(
    ({ place, change, breaks: side, why }) =>
      `  ${side === undefined ? 'compatible' : `breaks the ${side}`}: ${place} ${change}; ${why}`,
  )
  const verdict = breaks.length === 0 ? 'breaks nobody' : `breaks the ${breaks.join(' and the ')}`
  return [`${contract}: ${count(changes.length, 'change')}, ${verdict}.`, ...lines].join('\n')
}

function apiText({ operations, unexercised, errors }: ApiReport): string {
  return [
    `Lambda API: ${count(operations.length, 'operation')} exercised, ${unexercised.length} not; ${errors.shown} of ${count(errors.all, 'modelled error')} shown to the code under test`,
    ...operations.flatMap(operationText),
  ].join('\n')
}

function operationText({
  operation,
  calls,
  members,
  errors,
  otherFailures,
  functionErrorShown,
}: OperationReport): readonly string[] {
  const all = errors.shown.length + errors.neverShown.length
  return [
    '',
    `${operation}: ${count(calls, 'attempt')}, ${errors.shown.length} of ${count(all, 'error')} shown`,
    ...named('members used', members.used),
    ...named('members never used', members.unused),
    ...named('shown', [...errors.shown, ...otherFailures, ...(functionErrorShown ? ['a FunctionError'] : [])]),
    ...named('never shown', [...(functionErrorShown === false ? ['a FunctionError'] : []), ...errors.neverShown]),
  ]
}

/** A list over as many lines as it needs. */
function named(title: string, names: readonly string[]): readonly string[] {
  const lines: string[] = []
  for (const name of names) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + name.length < 110) lines[lines.length - 1] = `${last}, ${name}`
    else lines.push(name)
  }
  return lines.map((line, index) => `  ${(index === 0 ? `${title}:` : '').padEnd(20)}${line}`)
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
