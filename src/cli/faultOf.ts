import { UsageError } from '../errors/usageError'
import type { OptionKinds } from './readArguments'

/** The options of `lambdouble fault add`. */
export const faultOptions = {
  ...{ function: 'value', match: 'value', times: 'value', after: 'value', probability: 'value' },
  ...{ throttle: 'flag', reason: 'value', 'retry-after': 'value', fail: 'value', message: 'value' },
  ...{
    drop: 'flag',
    'lose-reply': 'flag',
    truncate: 'flag',
    garble: 'flag',
    status: 'value',
    body: 'value',
    delay: 'value',
    hang: 'flag',
  },
} as const satisfies OptionKinds

/** What was given of them. */
export type FaultWords = { readonly [Name in keyof typeof faultOptions]?: string | boolean | undefined }

/** What each option makes happen, as the admin API has it, and the options that say more about it. */
const verbs = {
  throttle: 'throttles',
  fail: 'fails',
  drop: 'drops',
  'lose-reply': 'losesReply',
  truncate: 'truncates',
  garble: 'garbles',
  status: 'answers',
  delay: 'delays',
  hang: 'hangs',
} as const

/** Options that only mean something with another one. */
const companions = { reason: 'throttle', 'retry-after': 'throttle', message: 'fail', body: 'status' } as const

/** A fault as plain data, from the words of a command line. */
export function faultOf(options: FaultWords, positionals: readonly string[]): object {
  const [operation, ...others] = positionals
  if (operation === undefined) throw new UsageError("lambdouble fault add needs an operation, such as Invoke, or '*' for all.")
  const chosen = (Object.keys(verbs) as (keyof typeof verbs)[]).filter((name) => options[name] !== undefined)
  // The code is a word of its own: --drop ETIMEDOUT.
  const code = chosen[0] === 'drop' ? others.shift() : undefined
  if (others.length > 0) throw new UsageError(`lambdouble fault add takes one operation; what is '${others[0]}'?`)
  if (chosen.length !== 1) {
    const given = chosen.map((name) => `--${name}`).join(' and ')
    const what = chosen.length === 0 ? 'needs to know what happens' : `takes one thing that happens, not ${given}`
    throw new UsageError(`lambdouble fault add ${what}: one of --${Object.keys(verbs).join(', --')}.`)
  }
  const [name] = chosen as [keyof typeof verbs]
  for (const [companion, owner] of Object.entries(companions) as [keyof typeof companions, string][])
    if (options[companion] !== undefined && owner !== name)
      throw new UsageError(`--${companion} says more about --${owner}, which is not there.`)
  return {
    operation,
    match: matchOf(options),
    verb: verbs[name],
    args: argumentsOf(name, options, code),
    times: numberOf('times', options.times),
    after: numberOf('after', options.after),
    probability: numberOf('probability', options.probability),
  }
}

function argumentsOf(name: keyof typeof verbs, options: FaultWords, code: string | undefined): unknown[] {
  switch (name) {
    case 'throttle': {
      const { reason, 'retry-after': retryAfter } = options
      const more = { reason, retryAfterSeconds: numberOf('retry-after', retryAfter) }
      return reason === undefined && retryAfter === undefined ? [] : [more]
    }
    case 'fail':
      return options.message === undefined ? [options.fail] : [options.fail, { message: options.message }]
    case 'drop':
      return [code ?? 'ECONNRESET']
    case 'status':
      return [{ status: numberOf('status', options.status), headers: { 'content-type': 'text/html' }, body: options.body ?? '' }]
    case 'delay':
      return [options.delay]
    default:
      return []
  }
}

function matchOf({ function: name, match }: FaultWords): object | undefined {
  let pattern: unknown = {}
  try {
    if (match !== undefined) pattern = JSON.parse(String(match))
  } catch (error) {
    throw new UsageError(`--match is no JSON: ${(error as Error).message}. Write it like --match '{"Payload":{"id":7}}'.`, {
      cause: error,
    })
  }
  if (typeof pattern !== 'object' || pattern === null || Array.isArray(pattern))
    throw new UsageError('--match needs a JSON object.')
  const whole = { ...pattern, ...(name !== undefined && { FunctionName: name }) }
  return Object.keys(whole).length === 0 ? undefined : whole
}

function numberOf(name: string, given: string | boolean | undefined): number | undefined {
  if (given === undefined) return undefined
  const number = Number(given)
  if (given !== '' && Number.isFinite(number)) return number
  throw new UsageError(`--${name} ${String(given)} is no number.`)
}
