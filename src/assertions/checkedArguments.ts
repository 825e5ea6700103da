import { UsageError } from '../errors/usageError'
import { formatValue } from '../matching/formatValue'
import { kindOf } from '../matching/kindOf'
import { matcherOf } from '../matching/matcherOf'

/** Refuses a call with too few or too many arguments: an argument that is ignored would make a test pass that should not. */
export function requireArguments(signature: string, args: readonly unknown[], least: number, most: number, advice = ''): void {
  if (args.length >= least && args.length <= most) return
  const wanted = least === most ? `${least}` : `${least} or ${most}`
  const noun = most === 1 ? 'argument' : 'arguments'
  throw new UsageError(
    `${signature} takes ${most === 0 ? 'no arguments' : `${wanted} ${noun}`}, got ${args.length}.${advice === '' ? '' : ` ${advice}`}`,
  )
}

/** A function's name in any form that Lambda takes. */
export function requireFunctionName(signature: string, name: unknown): string {
  if (typeof name === 'string' && name !== '') return name
  throw new UsageError(`${signature} needs the name of a function, such as 'orders' or 'orders:live', got ${shown(name)}.`)
}

/** Where something is delivered to: an ARN, with * for anything in it, or a regular expression. */
export function requireArn(signature: string, arn: unknown): string | RegExp {
  if (typeof arn === 'string' && arn !== '') return arn
  if (Object.prototype.toString.call(arn) === '[object RegExp]') return arn as RegExp
  throw new UsageError(
    `${signature} needs the ARN of a queue, topic, event bus, bucket or function, or a regular expression, got ${shown(arn)}.`,
  )
}

/** How often something happened. */
export function requireCount(signature: string, count: unknown): number {
  if (Number.isSafeInteger(count) && (count as number) >= 0) return count as number
  throw new UsageError(`${signature} needs a whole number, 0 or more, got ${shown(count)}.`)
}

/** Which one is meant, counted from 1. */
export function requirePosition(signature: string, position: unknown): number {
  if (Number.isSafeInteger(position) && (position as number) >= 1) return position as number
  if (typeof position !== 'number')
    throw new UsageError(`${signature} takes n, a number, as its first argument, got ${shown(position)}.`)
  throw new UsageError(`${signature} counts from 1: n has to be a whole number, 1 or more, got ${shown(position)}.`)
}

/** What an input is compared with: members, a matcher or a function. */
export function requireInputPattern(signature: string, input: unknown): unknown {
  if (kindOf(input) === 'object' || matcherOf(input)) return input
  throw new UsageError(
    `${signature} needs the members of the input that matter, such as { FunctionName: 'orders' }, got ${shown(input)}.`,
  )
}

function shown(value: unknown): string {
  if (typeof value === 'function') return value.name === '' ? 'a function' : value.name
  return formatValue(value, { limit: 60 })
}
