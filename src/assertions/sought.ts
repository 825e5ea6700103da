import { nearest } from '../errors/nearest'
import type { CallEntry } from '../journal/callEntry'
import { isInvocation, logicalCalls, type LogicalCall } from '../journal/logicalCalls'
import { requireInputMembers } from '../usage/requireMembers'
import { eventSecrecy, inputSecrecy } from '../usage/secrets'
import type { Keys } from '../matching/difference'
import { differences, fits } from '../matching/fits'
import { eventPattern } from '../matching/eventPattern'
import { formatValue, type Secrecy } from '../matching/formatValue'
import { partsOf } from '../matching/functionName'
import { inputDifferences, inputFits } from '../matching/inputFits'
import type { OperationName } from '../model/api'
import type { AssertionView } from './assertionView'
import { differenceText } from './differenceText'
import { callList, type Block, type Comparing } from './failureText'

/** What a matcher looks for among the calls of a double. */
export interface Sought extends Comparing {
  readonly view: AssertionView
  /** As a sentence begins: `orders`, `Invoke`. */
  readonly name: string
  /** `orders was invoked`, `Invoke was received`. */
  readonly verb: 'invoked' | 'received'
  readonly what: 'event' | 'input'
  /** The calls of this function or operation, whatever they carried. */
  readonly calls: readonly LogicalCall[]
  readonly fits: (call: LogicalCall) => boolean
  /** What the calls should have carried, written down; undefined if it does not matter. */
  readonly expected: string | undefined
  /** What else happened, for the case that there are no calls. */
  readonly surroundings: Block
}

/** Pattern of a matcher's last argument; undefined if there was none, which is not the same as an argument undefined. */
export type Wanted = { readonly pattern: unknown } | undefined

/** Invocations of one function: a call counts once, however often the SDK tried it, and a dry run does not count. */
export function soughtInvocation(view: AssertionView, name: string, event: Wanted): Sought {
  const all = logicalCalls(view.calls)
  const calls = all.filter((call) => isInvocation(call) && meansFunction(call, name))
  const isEvent = ({ first }: LogicalCall) => event === undefined || eventFits(event.pattern, first)
  return {
    view,
    name,
    verb: 'invoked',
    what: 'event',
    calls,
    fits: isEvent,
    differences: ({ first }) => (event === undefined ? [] : differences(eventFor(event.pattern, first), first.payload)),
    differenceText: (difference) => differenceText(difference, 'the event', eventSecrecy),
    expected: event === undefined ? undefined : patternText(event.pattern, eventSecrecy),
    surroundings: [...suggestion(view, name, all), ...received(all)],
  }
}

/** Commands of one operation, as the client's `send` got them: attempts of one call count once. */
export function soughtCommand(view: AssertionView, operation: OperationName, input: Wanted, matcher: string): Sought {
  if (input !== undefined) requireInputMembers(operation, input.pattern, matcher)
  const all = logicalCalls(view.calls)
  const secrecy = inputSecrecy(operation)
  return {
    view,
    name: operation,
    verb: 'received',
    what: 'input',
    calls: all.filter((call) => call.operation === operation),
    fits: ({ first }) => input === undefined || inputFits(operation, input.pattern, first.input, () => first.payload, first),
    differences: ({ first }) =>
      input === undefined ? [] : inputDifferences(operation, input.pattern, first.input, () => first.payload, first),
    differenceText: (difference) => differenceText(difference, 'the input', secrecy),
    expected: input === undefined ? undefined : patternText(input.pattern, secrecy),
    surroundings: received(all),
  }
}

function meansFunction({ operation, first }: LogicalCall, name: string): boolean {
  return inputFits(operation, { FunctionName: name }, first.input, () => undefined, first)
}

function eventFits(pattern: unknown, call: CallEntry): boolean {
  return fits(eventFor(pattern, call), call.payload)
}

/** Text that happens to be JSON may also be meant as it stands. */
function eventFor(pattern: unknown, { payload }: CallEntry): unknown {
  return pattern === payload ? pattern : eventPattern(pattern)
}

/** What the calls should have carried, for the reader. */
export function expectedBlock({ expected, what }: Sought): Block {
  return expected === undefined ? [] : [`Expected ${what}:`, `  ${expected}`]
}

/** What the calls did carry and should not have. */
export function unwantedBlock({ expected, what }: Sought): Block {
  return expected === undefined ? [] : [`${what === 'event' ? 'Event' : 'Input'}:`, `  ${expected}`]
}

function patternText(pattern: unknown, secrecy: (keys: Keys) => Secrecy): string {
  return pattern === undefined ? 'none' : formatValue(pattern, { secrecy })
}

function received(all: readonly LogicalCall[]): Block {
  return all.length === 0
    ? ['No calls were received.']
    : callList(all.length === 1 ? 'Received 1 call:' : `Received ${all.length} calls:`, all)
}

/** A name that the double knows and the test may have meant. */
function suggestion(view: AssertionView, name: string, all: readonly LogicalCall[]): Block {
  const wanted = partsOf(name)?.name ?? name
  if (view.functionNames.includes(wanted)) return []
  const called = all.filter(isInvocation).map(({ first }) => partsOf(String(first.input.FunctionName))?.name ?? '')
  const close = nearest(wanted, new Set([...view.functionNames, ...called.filter((other) => other !== wanted)]))
  return [`The double has no function ${wanted}.${close === undefined ? '' : ` Did you mean ${close}?`}`, '']
}
