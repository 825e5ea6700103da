import { partsOf as named } from '../../matching/functionName'
import type { OperationName } from '../../model/api'
import { newBreach, type Breach } from '../breach'
import { checkAnswer, checkEvent, type Answered } from '../checkPayloads'
import type { Contract } from '../contract'
import { ContractBreach } from '../contractBreach'
import { nearestExample } from '../examples'
import { partsOf } from '../requireContract'
import { noExample } from './answerByExample'
import { noteExample, type Ledger } from './ledger'
import { streamChecked } from './streamChecked'

/** The contracts that the functions of one double are held to. */
export interface ContractBook {
  add(place: Place, functionName: string, entry: Agreement): void
  /** The check of one call; undefined if it is no invocation of a function that is held to a contract. */
  checkOf(operation: OperationName, place: Place, input: Values, event: () => unknown): CallCheck | undefined
  /** Told of every asynchronous run: nobody waits for those, so they are checked here. */
  checkRun(run: () => Run): void
  readonly breaches: readonly Breach[]
  /** Ends when all checks have. */
  settled(): Promise<void>
}

/** The account and region of a function. */
export interface Place {
  readonly region: string
  readonly accountId: string
}

/** A contract, and the states in which its examples answer. */
export interface Agreement {
  readonly contract: Contract
  readonly given: readonly string[]
}

/** The two checks of a call: both reject with a ContractBreach that is remembered. */
export interface CallCheck {
  event(): Promise<void>
  /** Hands the output on; one with a stream is checked when the caller has read it. */
  answer(output: Values): Promise<Values>
}

type Values = Readonly<Record<string, unknown>>

/** What is told of a run: part of `lambda.invocations()`. */
export interface Run {
  readonly functionName: string
  readonly event: unknown
  readonly result: unknown
  readonly error: object | undefined
  readonly context: unknown
}

export function createContractBook(ledger: Ledger): ContractBook {
  const agreements = new Map<string, readonly Agreement[]>()
  const breaches: Breach[] = []
  const pending = new Set<Promise<void>>()

  const keyOf = ({ region, accountId }: Place, name: string) => `${accountId}/${region}/${name}`

  function refuse(found: readonly Breach[]): void {
    if (found.length === 0) return
    breaches.push(...found)
    throw new ContractBreach(found)
  }

  /** The event comes from one of several consumers: those whose contract it keeps. It has to keep one. */
  async function sendersOf(all: readonly Agreement[], event: unknown): Promise<readonly Agreement[]> {
    const checked = await Promise.all(all.map(async (each) => ({ each, found: await checkEvent(each.contract, event) })))
    const senders = checked.filter(({ found }) => found.length === 0).map(({ each }) => each)
    if (senders.length === 0) refuse(checked.flatMap(({ found }) => found))
    return senders
  }

  async function requireAnswer(all: readonly Agreement[], answered: Answered): Promise<void> {
    const errorType = answered.failed ? String((answered.payload as { errorType?: unknown } | null)?.errorType) : undefined
    if (errorType !== undefined && isOfLambda(errorType)) return
    if (errorType === noExample)
      return refuse(await Promise.all(all.map(({ contract }) => noSuchExample(contract, answered.event))))
    for (const { contract } of all) refuse(await checkAnswer(contract, answered, 'consumer'))
    for (const { contract, given } of all) noteExample(ledger, contract, { event: answered.event, errorType, given })
  }

  return {
    add(place, functionName, entry) {
      const key = keyOf(place, functionName)
      const others = (agreements.get(key) ?? []).filter(({ contract }) => contract.name !== entry.contract.name)
      agreements.set(key, [...others, entry])
      if (!ledger.exercised.has(entry.contract)) ledger.exercised.set(entry.contract, new Set())
    },
    checkOf(operation, place, input, eventOf) {
      if (agreements.size === 0 || !isInvocation(operation, input)) return undefined
      const all = agreements.get(keyOf(place, named(String(input.FunctionName))?.name ?? ''))
      if (all === undefined) return undefined
      // Nothing at all reaches a handler as {}.
      const event = eventOf() ?? {}
      let senders = all
      return {
        async event() {
          senders = await sendersOf(all, event)
        },
        async answer(output) {
          const require = (payload: unknown, failed: boolean) => requireAnswer(senders, { event, payload, failed })
          if (output.EventStream !== undefined) return { ...output, EventStream: streamChecked(output.EventStream, require) }
          if (output.Payload !== undefined) await require(jsonOf(output.Payload), output.FunctionError !== undefined)
          return output
        },
      }
    },
    checkRun(run) {
      if (agreements.size === 0) return
      const { functionName, event, result, error, context } = run()
      const place = named((context as { readonly invokedFunctionArn: string }).invokedFunctionArn)
      const all = agreements.get(keyOf(place as Place, functionName))
      if (all === undefined) return
      // There is no caller to reject: what is found is in `breaches`.
      const check = sendersOf(all, event)
        .then((senders) => requireAnswer(senders, { event, payload: error ?? result, failed: error !== undefined }))
        .catch(() => undefined)
      pending.add(check)
      void check.then(() => pending.delete(check))
    },
    breaches,
    async settled() {
      while (pending.size > 0) await Promise.all(pending)
    },
  }
}

async function noSuchExample(contract: Contract, event: unknown): Promise<Breach> {
  const { secrecy } = await partsOf(contract).event()
  const { issues, example } = nearestExample(contract, event, secrecy)
  return newBreach(contract, {
    part: 'event',
    issues,
    event,
    secrecy,
    place: example === undefined ? { schema: 'event' } : { example },
  })
}

function isInvocation(operation: OperationName, { InvocationType }: Values): boolean {
  return operation === 'Invoke' || operation === 'InvokeWithResponseStream'
    ? InvocationType !== 'DryRun'
    : operation === 'InvokeAsync'
}

/** A time-out, a crash, a result too large: what Lambda says of a function, and no contract has to. */
function isOfLambda(errorType: string): boolean {
  return /^(Sandbox|Runtime|Function)\./.test(errorType)
}

/** What is no JSON is a string: the contract will say so. */
function jsonOf(payload: unknown): unknown {
  const text = typeof payload === 'string' ? payload : new TextDecoder().decode(payload as Uint8Array)
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}
