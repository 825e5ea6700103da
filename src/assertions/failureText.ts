import type { CallEntry } from '../journal/callEntry'
import { formatCall } from '../journal/formatCall'
import type { LogicalCall } from '../journal/logicalCalls'
import { nearestCalls } from '../journal/nearestCalls'
import type { Difference } from '../matching/difference'
import { onOneLine, shortened } from '../matching/formatValue'
import type { AssertionView } from './assertionView'

/** About a screen: a reader wants the place, not the whole journal. */
const most = { columns: 160, lines: 40, calls: 8, nearest: 3, differences: 5 }

export type Block = readonly string[]

/** The text of a failed assertion: what is wrong, the evidence, and the seed to repeat it with. */
export function failureText(view: AssertionView, title: string, ...blocks: readonly Block[]): string {
  const evidence = blocks.filter((block) => block.length > 0).flatMap((block) => ['', ...block])
  const footer = [`Seed: ${view.seed}`]
  if (view.dropped > 0) footer.unshift(`Older entries that were dropped (journalLimit) and are not counted: ${view.dropped}`)
  const room = most.lines - footer.length - 2
  const lines = [title, ...evidence]
  const kept = lines.length > room ? [...lines.slice(0, room - 1), '  …'] : lines
  return [...kept, '', ...footer].map((line) => shortened(onOneLine(line), most.columns)).join('\n')
}

/** Calls with their numbers among `among`; the newest are left out if there are many. */
export function callList(title: string, calls: readonly LogicalCall[], among = calls): Block {
  const numbered = calls.slice(0, most.calls).map((call) => callLine(call, among.indexOf(call) + 1))
  return calls.length === 0 ? [] : [title, ...numbered, ...moreThan(calls.length)]
}

/** Single attempts, for what is said of attempts and not of calls. */
export function attemptList(title: string, entries: readonly CallEntry[]): Block {
  const lines = entries.slice(0, most.calls).map((entry) => `  ${formatCall(entry, { limit: most.columns - 2 })}`)
  return entries.length === 0 ? [] : [title, ...lines, ...moreThan(entries.length)]
}

function moreThan(count: number): Block {
  return count > most.calls ? [`  … and ${count - most.calls} more`] : []
}

/** How calls are compared with what was expected of them. */
export interface Comparing {
  readonly differences: (call: LogicalCall) => readonly Difference[]
  readonly differenceText: (difference: Difference) => string
}

/** The calls that come closest to what was expected, with every place in which they differ. */
export function nearestList(calls: readonly LogicalCall[], comparing: Comparing): Block {
  const misses = nearestCalls(calls, comparing.differences)
  const shown = misses.slice(0, most.nearest)
  const title = misses.length === 1 ? 'Received:' : `Nearest of ${misses.length}:`
  return [title, ...shown.flatMap(({ call, differences }) => missLines(call, calls.indexOf(call) + 1, differences, comparing))]
}

/** One call with every place in which it differs from what was expected. */
export function missLines(
  call: LogicalCall,
  number: number,
  differences: readonly Difference[],
  comparing: Pick<Comparing, 'differenceText'>,
): Block {
  const left = differences.length - most.differences
  return [
    callLine(call, number),
    ...differences.slice(0, most.differences).map((difference) => `     ${comparing.differenceText(difference)}`),
    ...(left > 0 ? [`     … and ${left} more differences`] : []),
    ...(call.last.hint === undefined ? [] : [`     Hint: ${call.last.hint}`]),
  ]
}

function callLine(call: LogicalCall, number: number): string {
  return `  ${number}. ${formatCall(call.last, { attempts: call.attempts, limit: most.columns - 6 })}`
}

/** 'orders was never invoked', 'orders was invoked 3 times'. */
export function happened(name: string, verb: string, count: number): string {
  return count === 0 ? `${name} was never ${verb}` : `${name} was ${verb} ${times(count)}`
}

/** 'never', 'once', '3 times'. */
export function times(count: number): string {
  return count === 0 ? 'never' : count === 1 ? 'once' : `${count} times`
}
