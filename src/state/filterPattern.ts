import { isIP } from 'node:net'
import { isJsonObject } from '../json/jsonObject'

/**
 * Whether a text is a pattern by which an event source mapping can select records: a JSON object whose leaves are lists of what a
 * value may be. Recorded: `null`, a plain string, `{"eventSource":"aws:sqs"}` and `{"eventSource":[]}` are none.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html#filtering-syntax
 */
export function isFilterPattern(text: string): boolean {
  try {
    return isPattern(JSON.parse(text))
  } catch {
    return false
  }
}

function isPattern(value: unknown): boolean {
  if (!isJsonObject(value)) return false
  const fields = Object.entries(value)
  return fields.length > 0 && fields.every(([field, rule]) => (field === '$or' ? isAlternative(rule) : isRule(rule)))
}

/** `$or`: at least two patterns, one of which has to fit. */
function isAlternative(rule: unknown): boolean {
  return Array.isArray(rule) && rule.length > 1 && rule.every(isPattern)
}

/** A pattern for what is inside the field, or the list of what its value may be. */
function isRule(rule: unknown): boolean {
  return Array.isArray(rule) ? rule.length > 0 && rule.every(isComparison) : isPattern(rule)
}

function isComparison(comparison: unknown): boolean {
  if (!isJsonObject(comparison)) return !Array.isArray(comparison)
  const [found, ...others] = Object.entries(comparison)
  if (found === undefined || others.length > 0) return false
  const [name, operand] = found
  return Object.hasOwn(comparisons, name) && comparisons[name]!(operand)
}

/** What a comparison beyond equality takes, by its name. */
const comparisons: Readonly<Record<string, (operand: unknown) => boolean>> = {
  exists: (operand) => typeof operand === 'boolean',
  prefix: isText,
  suffix: isText,
  'equals-ignore-case': (operand) => typeof operand === 'string',
  wildcard: isWildcard,
  cidr: isNetwork,
  numeric: isRange,
  'anything-but': isExclusion,
}

/** A text, or a text in any case. */
function isText(operand: unknown): boolean {
  return typeof operand === 'string' || isOnly(operand, 'equals-ignore-case', (text) => typeof text === 'string')
}

/** Pairs of a comparison and a number, such as `[">", 0, "<=", 5]`. */
function isRange(operand: unknown): boolean {
  if (!Array.isArray(operand) || operand.length === 0 || operand.length % 2 !== 0) return false
  return operand.every((part, index) =>
    index % 2 === 0 ? ['=', '<', '<=', '>', '>='].includes(part as string) : typeof part === 'number',
  )
}

/** A value or a list of values of one type, or what a text may not begin or end with. */
function isExclusion(operand: unknown): boolean {
  if (isOnly(operand, 'prefix', isTextList) || isOnly(operand, 'suffix', isTextList)) return true
  if (isOnly(operand, 'equals-ignore-case', isTextList) || isOnly(operand, 'wildcard', isWildcardList)) return true
  const values: readonly unknown[] = Array.isArray(operand) ? operand : [operand]
  const [type] = values.map((value) => typeof value)
  return (type === 'string' || type === 'number') && values.every((value) => typeof value === type)
}

/** EventBridge refuses two asterisks in a row, and a backslash before anything but one or an asterisk. */
function isWildcard(operand: unknown): boolean {
  return typeof operand === 'string' && /^(?:[^\\*]|\\[\\*]|\*(?!\*))*$/.test(operand)
}

function isWildcardList(operand: unknown): boolean {
  return isTextList(operand) && (Array.isArray(operand) ? operand : [operand]).every(isWildcard)
}

/** `10.0.0.0/24`, or the same in version 6. */
function isNetwork(operand: unknown): boolean {
  if (typeof operand !== 'string' || !/^[^/]+\/\d{1,3}$/.test(operand)) return false
  const [base, bits] = operand.split('/') as [string, string]
  return isIP(base) !== 0 && Number(bits) <= (isIP(base) === 6 ? 128 : 32)
}

function isTextList(operand: unknown): boolean {
  const texts: readonly unknown[] = Array.isArray(operand) ? operand : [operand]
  return texts.length > 0 && texts.every((text) => typeof text === 'string')
}

function isOnly(value: unknown, member: string, fits: (operand: unknown) => boolean): boolean {
  return isJsonObject(value) && Object.keys(value).length === 1 && Object.hasOwn(value, member) && fits(value[member])
}
