import { isServiceError, type ServiceError } from './errors/serviceError'
import { UsageError } from './errors/usageError'
import type { ContractBook } from './contracts/consumer/contractBook'
import type { FaultedCall, Strike } from './faults/behaviour'
import type { RuleBook } from './faults/ruleBook'
import type { BoundedLog } from './journal/boundedLog'
import { decodePayload, newCallRecord, withoutSignal, type CallRecord } from './journal/callRecord'
import { copied, keptStream, withoutStream } from './journal/keptStream'
import type { OperationModel } from './model/shape'
import type { OperationContext } from './operations/operation'
import { registry } from './operations/registry'
import type { RuntimeHouse } from './runtime/invocation'
import type { RegionState } from './state/regionState'
import { completeTransitions } from './state/transitions'
import type { World } from './state/world'
import { check } from './wire/check'
import { decode } from './wire/decode'
import { encodeReply } from './wire/encode'
import { encodeError } from './wire/encodeError'
import { match } from './wire/match'
import type { Exchange, WireOutcome, WireRequest } from './wire/messages'
import { requireBodySize } from './wire/requireBodySize'
import { noOperation, unknownOperation } from './wire/unknownOperation'

/** What the way of a request leads through. */
export interface ExchangeHouse extends RuntimeHouse {
  readonly world: World
  readonly rules: RuleBook
  readonly calls: BoundedLog<CallRecord>
  readonly contracts: ContractBook
  /** Told of every call that is over. */
  readonly ended: (call: CallRecord) => void
  /** What the double knows about a refused call and AWS's message does not say. */
  readonly hint: (region: RegionState, error: ServiceError, input: Readonly<Record<string, unknown>>) => string | undefined
}

type Values = Readonly<Record<string, unknown>>
type Answer = { readonly outcome: WireOutcome; readonly output?: Values; readonly error?: ServiceError }

/**
 * The way of every request: match, decode, contract, fault, check, operation, contract, encode, fault, journal.
 * Rejects with what the test's author did wrong, or asked for; what Lambda would say comes back as an outcome.
 */
export function createExchange(house: ExchangeHouse): Exchange {
  return async (request) => {
    const matched = match(request)
    const region = house.world.region(request.accountId ?? house.settings.accountId, request.region ?? house.settings.region)
    const entry = newCallRecord(matched?.operation.name, request, region, house.clock.now())
    house.calls.push(entry)
    if (matched === undefined) {
      entry.error = noOperation
      entry.hint = 'This is no operation of the Lambda API.'
      // Whoever came over a socket cannot be thrown at, and gets AWS's answer.
      if (request.endpoint !== undefined) entry.response = unknownOperation(house.ids.uuid())
      house.ended(entry)
      if (entry.response !== undefined) return entry.response
      throw unmatched(request)
    }
    const elapsed = house.clock.stopwatch()
    try {
      const { outcome, output, error } = await answer(house, region, entry, matched.operation, matched.labels)
      const { sent, kept } = keptStream(outcome)
      entry.response = kept
      entry.output = withoutStream(output)
      if (error) {
        entry.error = { name: error.name, message: error.message, status: error.status }
        entry.hint = house.hint(region, error, entry.input)
      } else if (outcome.kind === 'broken') entry.error = { name: outcome.code, message: outcome.code, status: undefined }
      return sent
    } catch (error) {
      const { name = 'Error', message = String(error) } = (error ?? {}) as Partial<Error>
      entry.error = { name, message, status: undefined }
      throw error
    } finally {
      entry.request = withoutSignal(request)
      entry.duration = elapsed()
      house.ended(entry)
    }
  }
}

async function answer(
  house: ExchangeHouse,
  region: RegionState,
  entry: CallRecord,
  operation: OperationModel,
  labels: Readonly<Record<string, string>>,
): Promise<Answer> {
  const requestId = house.ids.uuid()
  let strike: Strike | undefined
  let answered: Answer
  try {
    requireBodySize(operation.name, entry.request.body)
    entry.input = decode(operation, labels, entry.request)
    const { input, request } = entry
    const payload = () => decodePayload(input)
    const contracted = house.contracts.checkOf(operation.name, region, input, payload)
    if (contracted) await contracted.event()
    strike = house.rules.next({ operation: operation.name, input, payload, headers: request.headers })
    entry.rule = strike
    const byRule = await strike?.before?.(faulted(house, operation, entry))
    if (byRule && 'error' in byRule) throw byRule.error
    if (byRule && 'outcome' in byRule) answered = byRule
    else {
      const given = byRule?.output ?? (await perform(house, region, operation, entry.input, requestId, entry.request))
      const output = contracted ? await contracted.answer(given) : given
      answered = { outcome: encodeReply(operation, output, requestId), output: byRule ? copied(output) : output }
    }
  } catch (error) {
    if (!isServiceError(error)) throw error
    answered = { outcome: encodeError(error, requestId), error }
  }
  if (strike?.after === undefined) return answered
  return { ...answered, outcome: await strike.after(answered.outcome, faulted(house, operation, entry)) }
}

function faulted({ clock }: ExchangeHouse, { name }: OperationModel, { input, request }: CallRecord): FaultedCall {
  return { operation: name, input, request, clock }
}

/** Runs an operation on a region's state, after the constraints of AWS's model. Throws a ServiceError where AWS refuses. */
export function perform(
  house: ExchangeHouse,
  region: RegionState,
  operation: OperationModel,
  input: Values,
  requestId: string,
  request?: Pick<WireRequest, 'headers' | 'endpoint'>,
): Values | Promise<Values> {
  check(operation, input)
  completeTransitions(region, house.settings.functionStates === 'settled' ? Infinity : house.clock.now())
  house.uploadedCode.endStale()
  // Member by member: a spread of as many is the dearest step of a call on Node.js 20.
  const context: OperationContext = {
    clock: house.clock,
    ids: house.ids,
    settings: house.settings,
    environments: house.environments,
    uploadedCode: house.uploadedCode,
    concurrency: house.concurrency,
    eventSources: house.eventSources,
    observe: house.observe,
    deliver: house.deliver,
    region,
    requestId,
    traceHeader: request?.headers['x-amzn-trace-id'],
    endpoint: request?.endpoint,
  }
  // Which operation it is, and so what its input is, is known at run time only.
  const behaviour: { readonly run: (input: never, context: OperationContext) => unknown } = registry[operation.name]()
  return behaviour.run(input as never, context) as Values | Promise<Values>
}

function unmatched({ method, path }: WireRequest): UsageError {
  return new UsageError(`${method} ${path} is no operation of the Lambda API. See lambda.calls() for what was sent.`)
}
