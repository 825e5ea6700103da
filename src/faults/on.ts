import { nearest } from '../errors/nearest'
import { UsageError } from '../errors/usageError'
import type { Input, OperationName, Output } from '../model/api'
import { operations } from '../model/operations'
import type { InputMatch } from '../matching/match'
import { requireMembers } from '../errors/requireMembers'
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
    const operation = operationOf(target, 'on')
    const text = match === undefined ? `on('${operation}')` : `on('${operation}', ${preview(match)})`
    if (operation !== '*') requireMembers(operations[operation].input ?? '', match, text)
    return createRuleBuilder(rules().rule(operation, match, text))
  }) as On
}

/** The operation that a name or a command class stands for; InvokeCommand of any copy of the SDK is Invoke. */
export function operationOf(target: unknown, method: string): OperationName | '*' {
  const given = typeof target === 'function' ? target.name : target
  const name = typeof target === 'function' ? target.name.replace(/Command\d*$/, '') : target
  if (name === '*' || (typeof name === 'string' && Object.hasOwn(operations, name))) return name as OperationName | '*'
  const close = typeof name === 'string' ? nearest(name, Object.keys(operations)) : undefined
  throw new UsageError(
    `${method}(${typeof given === 'string' ? `'${given}'` : String(given)}) names no operation of the Lambda API.${close ? ` Did you mean '${close}'?` : ''}`,
  )
}

/** A pattern on one short line; functions and matchers by their names. */
function preview(pattern: unknown): string {
  const text = JSON.stringify(pattern, (_, value: unknown) => {
    if (typeof value === 'function') return `[function ${value.name}]`
    if (value instanceof RegExp) return String(value)
    return value
  })
  return text === undefined ? '[function]' : text.length > 80 ? `${text.slice(0, 77)}...` : text
}
