import { UsageError } from '../../errors/usageError'
import { nearest } from '../../errors/nearest'
import type { Keys } from '../../matching/difference'
import { formatValue } from '../../matching/formatValue'
import { newBreach, type Breach } from '../breach'
import { checkAnswer, checkEvent, errorText } from '../checkPayloads'
import type { Contract, Example } from '../contract'
import { errorTypeOf, statesOf } from '../exampleError'
import { valueIssues } from '../examples'
import { received } from '../jsonValue'
import type { Issue } from '../issue'
import type { ContractResult, ExampleResult } from '../reports/report'
import { partsOf } from '../requireContract'

/** Puts the provider into a state; what it returns takes it out again, after the example. */
export type StateSetup = () => unknown

/** The states that examples speak of, by name. */
export type States = Readonly<Record<string, StateSetup>>

/** What a run of the provider's function ends with: its result, or its error object. */
export interface RunResult {
  readonly payload: unknown
  readonly failed: boolean
}

/** Runs the provider's function as Lambda does. */
export type RunFunction = (event: unknown) => Promise<RunResult>

/** Refuses contracts that say nothing that could be verified: without examples, or with states that nobody can set up. */
export function requireVerifiable(contracts: readonly Contract[], states: States): void {
  for (const { name, examples } of contracts) {
    if (Object.keys(examples).length === 0)
      throw new UsageError(`The contract ${name} has no examples, so there is nothing to verify. Give it one at least.`)
    for (const [example, { given }] of Object.entries(examples)) {
      for (const state of statesOf({ event: undefined, response: undefined, given: given ?? [] })) {
        if (typeof states[state] === 'function' && Object.hasOwn(states, state)) continue
        const close = nearest(state, Object.keys(states))
        throw new UsageError(
          `The example '${example}' of the contract ${name} is given '${state}', which states does not have.${close ? ` Did you mean '${close}'?` : ` Add it: { states: { '${state}': () => ... } }.`}`,
        )
      }
    }
  }
}

/** Tries every example of a contract on the provider's function, one after the other. */
export async function verifyExamples(contract: Contract, run: RunFunction, states: States): Promise<ContractResult> {
  const examples: ExampleResult[] = []
  for (const [name, example] of Object.entries(contract.examples)) {
    const breaches = await verifyExample(contract, name, example, run, states)
    examples.push({ name, given: statesOf(example), breaches })
  }
  return {
    contract: contract.name,
    function: contract.function,
    consumer: contract.consumer,
    provider: contract.provider,
    examples,
  }
}

async function verifyExample(
  contract: Contract,
  name: string,
  example: Example,
  run: RunFunction,
  states: States,
): Promise<readonly Breach[]> {
  const { event } = example
  const wrongEvent = await checkEvent(contract, event, name)
  if (wrongEvent.length > 0) return wrongEvent
  const { secrecy } = await partsOf(contract).event()
  const breach = (part: Breach['part'], issues: readonly Issue[]) =>
    issues.length === 0 ? [] : [newBreach(contract, { part, issues, event, secrecy, place: { example: name } })]
  const undo: unknown[] = []
  try {
    for (const state of statesOf(example)) {
      const problem = await failureOf(async () => undo.push(await states[state]!()))
      if (problem !== undefined) return breach('state', [whole(`the state '${state}' could not be set up: ${problem}`)])
    }
    const result = await run(event)
    const [broken] = await schemaBreaches(contract, example, name, result)
    const [part, issues] = await exampleIssues(contract, example, result)
    if (broken === undefined) return breach(part, issues)
    // What breaks the schema differs from the example as well.
    const told = issues.filter(({ path }) => !broken.issues.some((each) => each.path === path))
    return [{ ...broken, issues: [...broken.issues, ...told] }]
  } finally {
    for (const each of undo.reverse()) if (typeof each === 'function') await (each as StateSetup)()
  }
}

/** A response or an error that the example did not expect at all is told once, not also as a breach of its schema. */
async function schemaBreaches(
  contract: Contract,
  example: Example,
  name: string,
  { payload, failed }: RunResult,
): Promise<readonly Breach[]> {
  const expected = errorTypeOf(example)
  if (failed !== (expected !== undefined) || (failed && errorTypeIn(payload) !== expected)) return []
  return checkAnswer(contract, { event: example.event, payload, failed, example: name }, 'provider')
}

async function exampleIssues(
  contract: Contract,
  example: Example,
  result: RunResult,
): Promise<[Breach['part'], readonly Issue[]]> {
  const { payload, failed } = result
  const parts = partsOf(contract)
  const expected = errorTypeOf(example)
  if (failed && (expected === undefined || errorTypeIn(payload) !== expected)) {
    const wanted = expected === undefined ? 'a response' : `the error ${expected}`
    return [
      expected === undefined ? 'response' : 'error',
      [whole(`expected ${wanted}, got ${await errorText(contract, example.event, payload)}`)],
    ]
  }
  if (expected !== undefined) {
    const { secrecy } = (await parts.error(expected)) ?? (await parts.event())
    if (!failed) {
      const { secrecy: ofResponse } = await parts.response()
      const got = received(payload, formatValue(payload, { limit: 60, secrecy: ofResponse }))
      return ['error', [whole(`expected the error ${expected}, got ${got}`)]]
    }
    const { error } = example
    return ['error', typeof error === 'object' ? valueIssues(error, payload, { secrecy }) : []]
  }
  const { secrecy } = await parts.response()
  const varies = variesBy('varies' in example ? example.varies : undefined)
  return ['response', valueIssues(example.response, payload, { secrecy, varies })]
}

function variesBy(places: readonly string[] = []): (keys: Keys) => boolean {
  const wanted = new Set(places)
  return (keys) => keys.some((_, index) => wanted.has(placeOf(keys.slice(0, index + 1))))
}

/** `items[*].id` */
function placeOf(keys: Keys): string {
  return keys.map((key, index) => (typeof key === 'number' ? '[*]' : index === 0 ? key : `.${key}`)).join('')
}

function errorTypeIn(payload: unknown): unknown {
  return (payload as { readonly errorType?: unknown } | null)?.errorType
}

function whole(message: string): Issue {
  return { path: '$', keys: [], message }
}

async function failureOf(run: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await run()
    return undefined
  } catch (error) {
    return String((error as Partial<Error> | undefined)?.message ?? error)
  }
}
