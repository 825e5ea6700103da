import { newBreach, type Breach } from './breach'
import type { Contract } from './contract'
import type { Issue } from './issue'
import { partsOf } from './requireContract'
import { withoutMarked } from './secrecy'

/** An event, and the answer to it as Lambda gives it. */
export interface Answered {
  readonly event: unknown
  /** The result, or the error object. */
  readonly payload: unknown
  readonly failed: boolean
  readonly example?: string | undefined
}

/** Members that Lambda's runtimes put into an error object by themselves. */
const ofLambda = ['errorType', 'errorMessage', 'trace', 'stackTrace', 'requestId']

/** Whether an event is what the consumer may send: members that the contract does not name are no part of it. */
export async function checkEvent(contract: Contract, event: unknown, example?: string): Promise<readonly Breach[]> {
  const check = await partsOf(contract).event()
  const issues = await check.issues(event, { extras: 'refused' })
  const place = example === undefined ? { schema: 'event' as const } : { example }
  return issues.length === 0 ? [] : [newBreach(contract, { part: 'event', issues, event, secrecy: check.secrecy, place })]
}

/**
 * Whether an answer is what the provider may give. A provider may answer with more than the contract names, unless it is strict; what
 * a consumer's test answers with may not, as nobody promised it.
 */
export async function checkAnswer(
  contract: Contract,
  answered: Answered,
  side: 'consumer' | 'provider',
): Promise<readonly Breach[]> {
  const parts = partsOf(contract)
  const { event, payload, failed, example } = answered
  const { secrecy } = await parts.event()
  const breach = (part: Breach['part'], issues: readonly Issue[], schema: 'response' | `errors/${string}`) =>
    issues.length === 0
      ? []
      : [newBreach(contract, { part, issues, event, secrecy, place: example === undefined ? { schema } : { example } })]
  if (!failed) {
    const check = await parts.response()
    const extras = side === 'consumer' || contract.strict ? 'refused' : 'allowed'
    return breach('response', await check.issues(payload, { extras }), 'response')
  }
  const errorType = String((payload as { readonly errorType?: unknown } | null)?.errorType)
  const check = await parts.error(errorType)
  if (check === undefined) return breach('error', [await unknownError(contract, answered)], 'response')
  return breach('error', await check.issues(payload, { extras: 'refused', known: ofLambda }), `errors/${errorType}`)
}

/** An error that the contract does not have. */
async function unknownError(contract: Contract, { event, payload }: Answered): Promise<Issue> {
  const known = Object.keys(contract.errors).sort()
  const wanted = known.length === 0 ? 'a response' : `a response or one of the errors ${known.join(', ')}`
  return { path: '$', keys: [], message: `expected ${wanted}, got ${await errorText(contract, event, payload)}` }
}

/** An error object in short. Its message may quote the event, so it is shown only if that gives nothing away. */
export async function errorText(contract: Contract, event: unknown, payload: unknown): Promise<string> {
  const { errorType, errorMessage } = (payload ?? {}) as { readonly errorType?: unknown; readonly errorMessage?: unknown }
  const { secrecy } = await partsOf(contract).event()
  const message = typeof errorMessage === 'string' ? withoutMarked(errorMessage, event, secrecy) : undefined
  return `the error ${String(errorType)}${message === undefined || message === '' ? '' : `: ${message}`}`
}
