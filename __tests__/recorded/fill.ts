import { archive } from '../support/archive'

/** What stands in the place of a placeholder, by its name: `function-name:1` for `<function-name:1>`. */
export type Values = Readonly<Record<string, string>>

/** What the placeholders mean that say the same in every recording, and names that fit where nothing depends on them. */
export const commonValues: Values = {
  partition: 'aws',
  region: 'us-east-1',
  'wrong-region': 'eu-west-1',
  id: '1a2b3c4d',
  'fn-name': 'orders',
  'function-name': 'orders',
  'function-name:1': 'orders',
  'resource-name': '0f0e0d0c-0b0a-4908-8706-050403020100',
  csc_arn_invalid: 'arn:aws:lambda:us-east-1:111111111111:code-signing-config:csc-0123456789abcdef0',
  repo_uri: '111111111111.dkr.ecr.us-east-1.amazonaws.com/orders',
}

/** A recorded request or text with values instead of placeholders. One without a value is an error: nothing is guessed. */
export function fill<Value>(value: Value, values: Values): Value {
  return filled(value, (name, text) => {
    const known = values[name] ?? commonValues[name]
    if (known === undefined) throw new Error(`Nothing says what <${name}> stands for in ${text.slice(0, 300)}`)
    return known
  }) as Value
}

/** The same before everything is known: the other placeholders stay. */
export function fillKnown<Value>(value: Value, values: Values): Value {
  return filled(value, (name) => values[name] ?? commonValues[name] ?? `<${name}>`) as Value
}

type ValueOf = (name: string, text: string) => string

function filled(value: unknown, valueOf: ValueOf): unknown {
  if (Array.isArray(value)) return filledList(value, valueOf)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filled(item, valueOf)]))
  if (typeof value !== 'string') return value
  const bytes = /^<(\d+) bytes>$/.exec(value)
  if (bytes) return archive(Number(bytes[1]))
  return value.replace(/<([^<>]*)>/g, (_, name: string) => {
    const repeated = /^(.):len\((\d+)\)$|^(.) \* (\d+)$/.exec(name)
    if (repeated) return (repeated[1] ?? repeated[3])!.repeat(Number(repeated[2] ?? repeated[4]))
    const characters = /^(\d+) characters$/.exec(name)
    if (characters) return 'x'.repeat(Number(characters[1]))
    return valueOf(name, value)
  })
}

/** `["<layer version ARN>", "... 6 in all"]` is six times the first. */
function filledList([first, ...others]: unknown[], valueOf: ValueOf): unknown[] {
  const count = /^\.\.\. (\d+) in all$/.exec(String(others[0]))
  if (count) return new Array<unknown>(Number(count[1])).fill(filled(first, valueOf))
  return (first === undefined ? [] : [first, ...others]).map((item) => filled(item, valueOf))
}
