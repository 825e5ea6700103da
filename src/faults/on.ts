import type { Input, OperationName, Output } from '../model/api'
import { formatValue } from '../matching/formatValue'
import type { InputMatch } from '../matching/match'
import { requireInputMembers } from '../usage/requireMembers'
import { requireOperation } from '../usage/requireOperation'
import { inputSecrecy } from '../usage/secrets'
import { createRuleBuilder, type RuleBuilder } from './ruleBuilder'
import type { RuleBook } from './ruleBook'

/** A command class of the SDK's with the types of its input and output; any copy and version of the SDK will do. */
export type TypedCommand<In, Out> = abstract new (...input: never[]) => {
  readonly input: In
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the SDK's own types differ from version to version
  resolveMiddleware(...parts: any[]): (...parts: any[]) => Promise<{ output: Out }>
}

/** `lambda.on`: what happens to calls of an operation. */
export interface On {
  <Name extends OperationName>(operation: Name, match?: InputMatch<Input<Name>>): RuleBuilder<Input<Name>, Output<Name>>
  (operation: '*', match?: InputMatch<Record<string, unknown>>): RuleBuilder<Record<string, unknown>, Record<string, unknown>>
  <In extends object, Out extends object>(command: TypedCommand<In, Out>, match?: InputMatch<In>): RuleBuilder<In, Out>
}

export function createOn(rules: () => RuleBook): On {
  return ((target: unknown, match?: unknown) => {
    const operation = target === '*' ? '*' : requireOperation(target, 'lambda.on')
    const secrecy = operation === '*' ? undefined : inputSecrecy(operation)
    const text = match === undefined ? `on('${operation}')` : `on('${operation}', ${formatValue(match, { limit: 80, secrecy })})`
    if (operation !== '*') requireInputMembers(operation, match, `lambda.${text}`)
    return createRuleBuilder(rules().rule(operation, match, text))
  }) as On
}
