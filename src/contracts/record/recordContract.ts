import { nearest } from '../../errors/nearest'
import { UsageError } from '../../errors/usageError'
import { nestedDeeper } from '../../json/nestedDeeper'
import { shown } from '../../usage/readMembers'
import { requireOptions } from '../../usage/requireOptions'
import { inOrder } from '../breach'
import type { AnsweredExample, Contract, Example, FailedExample } from '../contract'
import { valueIssues } from '../examples'
import { newContract } from '../newContract'
import { deepest } from '../payloadCheck'
import type { JsonSchema } from '../schema'
import { payloadSecrecy, withoutMarked, type SecrecyOf } from '../secrecy'
import type { Keys } from '../../matching/difference'
import { inferSchema } from './inferSchema'

/** What a run of a function left behind: part of `lambda.invocations()`. */
export interface RecordedRun {
  readonly functionName: string
  readonly event: unknown
  readonly result: unknown
  readonly error: { readonly errorType?: string; readonly errorMessage?: string } | undefined
}

/** What is drafted. */
export interface RecordOptions {
  /** The function; needed if several ran. */
  readonly function?: string
  /** Default: 'consumer'. */
  readonly consumer?: string
  /** Default: 'provider'. */
  readonly provider?: string
  /** Members whose values the draft leaves out, besides credentials; see `defineContract`. */
  readonly sensitive?: readonly string[]
}

/**
 * Drafts a contract from what a test suite did: the schemas from the types of all events and answers, an example for each kind of them.
 * It is for people to read, to give its examples names and states, and to make its schemas narrower.
 *
 * @param lambda what mockLambda() returned, or anything that has its `invocations()`
 * @throws UsageError if nothing ran, or several functions did and none is named; if a payload is nested more than 200 levels deep
 * @example await writeContract(recordContract(lambda, { consumer: 'checkout', provider: 'orders' }), 'contracts/')
 */
export function recordContract(lambda: { invocations(): readonly RecordedRun[] }, options: RecordOptions = {}): Contract {
  if (typeof (lambda as Partial<typeof lambda> | null | undefined)?.invocations !== 'function')
    throw new UsageError(`recordContract(lambda) needs what mockLambda() returned, not ${shown(lambda)}.`)
  requireOptions(options, ['function', 'consumer', 'provider', 'sensitive'], 'recordContract(lambda, options)')
  const { consumer = 'consumer', provider = 'provider', sensitive = [] } = options
  const all = lambda.invocations()
  const name = requireName(all, options.function)
  const secrecy = payloadSecrecy(sensitive, undefined)
  // What Lambda says of a function that timed out or crashed is no part of a contract.
  const runs = all.filter(
    ({ functionName, error }) => functionName === name && !/^(Sandbox|Runtime|Function)\./.test(error?.errorType ?? ''),
  )
  if (runs.length === 0)
    throw new UsageError(`recordContract(lambda): every run of ${name} timed out or crashed; there is nothing to learn from.`)
  if (runs.some(({ event, result }) => nestedDeeper(event, deepest) || nestedDeeper(result, deepest)))
    throw new UsageError(
      `recordContract(lambda): an event or a result of ${name} is nested more than ${deepest} levels deep: contracts go no further.`,
    )
  const answers = runs.filter(({ error }) => error === undefined)
  const errorTypes = [...new Set(runs.flatMap(({ error }) => (error === undefined ? [] : [String(error.errorType)])))].sort()
  return newContract(
    {
      function: name,
      consumer,
      provider,
      event: inferSchema(runs.map(({ event }) => event)),
      ...(answers.length === 0 ? {} : { response: inferSchema(answers.map(({ result }) => result)) }),
      ...(errorTypes.length === 0 ? {} : { errors: Object.fromEntries(errorTypes.map((type) => [type, errorSchema(type)])) }),
      examples: examplesOf(runs, secrecy),
      ...(sensitive.length === 0 ? {} : { sensitive }),
    },
    () => undefined,
  )
}

function requireName(runs: readonly RecordedRun[], wanted: string | undefined): string {
  const names = [...new Set(runs.map(({ functionName }) => functionName))].sort()
  if (names.length === 0)
    throw new UsageError(
      'recordContract(lambda): no function was run. Draft after the tests, before lambda.reset() forgets them.',
    )
  if (wanted === undefined && names.length > 1)
    throw new UsageError(
      `recordContract(lambda): several functions were run. Say which: { function: '${names[0]}' }. There are: ${names.join(', ')}.`,
    )
  if (wanted === undefined || names.includes(wanted)) return wanted ?? names[0]!
  const close = nearest(wanted, names)
  throw new UsageError(
    `recordContract(lambda): ${wanted} was not run. ${close ? `Did you mean ${close}?` : `These were: ${names.join(', ')}.`}`,
  )
}

function errorSchema(errorType: string): JsonSchema {
  return {
    type: 'object',
    properties: { errorMessage: { type: 'string' }, errorType: { const: errorType } },
    required: ['errorMessage', 'errorType'],
  }
}

/** One example for each kind of event and answer, from the first run of that kind. */
function examplesOf(runs: readonly RecordedRun[], secrecy: SecrecyOf): Readonly<Record<string, Example>> {
  const kinds = new Map<string, RecordedRun[]>()
  for (const run of runs) {
    const kind = JSON.stringify([
      inferSchema([run.event]),
      run.error === undefined ? inferSchema([run.result]) : run.error.errorType,
    ])
    kinds.set(kind, [...(kinds.get(kind) ?? []), run])
  }
  const examples: Record<string, Example> = {}
  for (const [first, ...others] of kinds.values()) {
    const title = first!.error === undefined ? 'answers' : `fails with ${first!.error.errorType}`
    let name = title
    for (let number = 2; Object.hasOwn(examples, name); number++) name = `${title} ${number}`
    examples[name] = exampleOf(first!, others, secrecy)
  }
  return examples
}

function exampleOf(run: RecordedRun, others: readonly RecordedRun[], secrecy: SecrecyOf): AnsweredExample | FailedExample {
  const event = withoutSecrets(run.event, [], secrecy)
  const { error } = run
  if (error !== undefined) {
    const { errorType } = error
    const errorMessage = error.errorMessage === undefined ? undefined : withoutMarked(error.errorMessage, run.event, secrecy)
    return { event, error: { errorType: String(errorType), ...(errorMessage === undefined ? {} : { errorMessage }) } }
  }
  const varies = placesThatVary(run, others)
  return { event, response: withoutSecrets(run.result, [], secrecy), ...(varies.length === 0 ? {} : { varies }) }
}

/** Where the answers to the very same event differ. */
function placesThatVary({ event, result }: RecordedRun, others: readonly RecordedRun[]): readonly string[] {
  const same = others.filter((other) => JSON.stringify(inOrder(other.event)) === JSON.stringify(inOrder(event)))
  const issues = same.flatMap((other) => valueIssues(result, other.result, { secrecy: () => 'open', strict: true }))
  return [
    ...new Set(
      issues.filter(({ keys }) => keys.length > 0).map(({ path }) => path.replace(/^\$\.?/, '').replace(/\[\d+\]/g, '[*]')),
    ),
  ].sort()
}

/** What is secret becomes something else of its type. */
function withoutSecrets(value: unknown, at: Keys, secrecy: SecrecyOf): unknown {
  if (Array.isArray(value)) return value.map((item, index) => withoutSecrets(item, [...at, index], secrecy))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [name, withoutSecrets(member, [...at, name], secrecy)]),
    )
  if (secrecy(at) !== 'secret' || value === null) return value
  return typeof value === 'number' ? 0 : typeof value === 'boolean' ? false : '***'
}
