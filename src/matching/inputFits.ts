import type { Difference } from './difference'
import { eventPattern } from './eventPattern'
import { differences, exactly, fits } from './fits'
import { meansFunction, partsOf, type Whereabouts } from './functionName'
import { kindOf } from './kindOf'
import { matcherOf } from './matcherOf'

type Members = Record<string, unknown>

/** How an input is compared: where the call went to, and whether members that the pattern does not name are refused. */
export interface InputRule extends Whereabouts {
  readonly strict?: boolean
}

/** The member of an operation's input that carries the event of an invocation. */
export function eventMemberOf(operation: string | undefined): 'Payload' | 'InvokeArgs' | undefined {
  if (operation === 'Invoke' || operation === 'InvokeWithResponseStream') return 'Payload'
  return operation === 'InvokeAsync' ? 'InvokeArgs' : undefined
}

/**
 * Whether a call's input fits a pattern, by the rule of `fits`, and as Lambda understands an input: FunctionName given bare is
 * every form of the name, given with a qualifier only that one; Payload is a JSON value, so key order and white space do not
 * matter, and JSON text or bytes in the pattern are decoded first. `payload` gives the call's decoded event when it is needed.
 */
export function inputFits(
  operation: string | undefined,
  pattern: unknown,
  input: Readonly<Members>,
  payload: () => unknown,
  rule: InputRule = {},
): boolean {
  const pair = comparable(operation, pattern, input, payload, rule)
  return rule.strict ? exactly(pair.pattern, pair.input) : fits(pair.pattern, pair.input)
}

/** Every place where a call's input does not fit a pattern; empty if it does. See `inputFits`. */
export function inputDifferences(
  operation: string | undefined,
  pattern: unknown,
  input: Readonly<Members>,
  payload: () => unknown,
  rule: InputRule = {},
): readonly Difference[] {
  const pair = comparable(operation, pattern, input, payload, rule)
  return differences(pair.pattern, pair.input, [], rule.strict)
}

/** Pattern and input brought to one form, so that the plain rule of `fits` decides. */
function comparable(
  operation: string | undefined,
  pattern: unknown,
  input: Readonly<Members>,
  payload: () => unknown,
  rule: InputRule,
): { readonly pattern: unknown; readonly input: unknown } {
  const actual: Members = { ...input }
  const event = eventMemberOf(operation)
  if (matcherOf(pattern) || kindOf(pattern) !== 'object') {
    if (event !== undefined) actual[event] = payload()
    return { pattern, input: actual }
  }
  const expected: Members = { ...(pattern as Members) }
  if (event !== undefined && (rule.strict === true || Object.hasOwn(expected, event))) {
    actual[event] = payload()
    // Text that happens to be JSON may also be meant as it stands.
    if (expected[event] !== actual[event]) expected[event] = eventPattern(expected[event])
  }
  alignFunctionName(expected, actual, rule)
  return { pattern: expected, input: actual }
}

/** Writes the name of the function, and the qualifier that it may hold, in one way on both sides. */
function alignFunctionName(expected: Members, actual: Members, rule: InputRule): void {
  const { FunctionName: wanted } = expected
  const { FunctionName: called, Qualifier: qualifier } = actual
  if (typeof called !== 'string') return
  const namesQualifier = Object.hasOwn(expected, 'Qualifier')
  if (namesQualifier) actual.Qualifier = qualifier ?? partsOf(called)?.qualifier
  if (typeof wanted !== 'string') return
  if (meansFunction(wanted, called, qualifier, rule)) {
    actual.FunctionName = wanted
    if (!namesQualifier && qualifier !== undefined && partsOf(wanted)?.qualifier !== undefined) delete actual.Qualifier
  } else if (typeof qualifier === 'string' && partsOf(called)?.qualifier === undefined) {
    actual.FunctionName = `${called}:${qualifier}`
  }
}
