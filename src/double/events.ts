import { isServiceError } from '../errors/serviceError'
import { nearest } from '../errors/nearest'
import { UsageError } from '../errors/usageError'
import { asksAgain, attempts, cognitoAnswer } from '../events/cognito/cognitoAnswer'
import { newCognitoEvent } from '../events/cognito/cognitoEvent'
import { newEventBridgeEvent, newScheduledEvent } from '../events/eventBridgeEvent'
import type { EventPlace } from '../events/eventPlace'
import { albAnswer } from '../events/http/albAnswer'
import { newAlbEvent } from '../events/http/albEvent'
import { httpApiAnswer, restApiAnswer } from '../events/http/apiGatewayAnswer'
import { newApiGatewayEvent } from '../events/http/apiGatewayEvent'
import { newLogsEvent } from '../events/logsEvent'
import type { PushEvents } from '../events/pushEvents'
import { newS3Event } from '../events/s3Event'
import { newSnsEvent } from '../events/snsEvent'
import type { FunctionFailure, SourceOutcome } from '../events/sourceOutcome'
import { perform, type ExchangeHouse } from '../exchange'
import { isMembers } from '../usage/readMembers'
import type { Output } from '../model/api'
import { operations } from '../model/operations'
import { traceHere } from '../runtime/trace/traceHere'
import { parseFunctionName } from '../state/functionName'
import type { RegionState } from '../state/regionState'

/** Where services push events to: one region of the world of whoever asks. */
export interface PushTarget extends EventPlace {
  /** Lambda's answer to a service that invokes a function. Throws a ServiceError where Lambda refuses. */
  invoke(
    functionName: string,
    event: object,
    type: 'Event' | 'RequestResponse',
    traceHeader: string | undefined,
  ): Promise<Output<'Invoke'>>
  /** Names of the functions that there are. */
  functions(): readonly string[]
}

export function createPushTarget(house: ExchangeHouse, region: RegionState): PushTarget {
  return {
    accountId: region.accountId,
    region: region.region,
    clock: house.clock,
    ids: house.ids,
    async invoke(FunctionName, event, InvocationType, traceHeader) {
      const input = { FunctionName, InvocationType, Payload: Buffer.from(JSON.stringify(event)) }
      const headers = traceHeader === undefined ? {} : { 'x-amzn-trace-id': traceHeader }
      const requestId = house.ids.uuid()
      return (await perform(house, region, operations.Invoke, input, requestId, {
        headers,
        endpoint: undefined,
      })) as Output<'Invoke'>
    },
    functions: () => [...region.functions.keys()],
  }
}

/** The events of a service, behind a function: how they are made is read with the first of them. */
type EventKind<Event> = () => (where: string, given: object, place: EventPlace) => Event

/** What a service that waits makes of the function's answer. */
interface Waiting<Event, Answer> {
  readonly answer: (outcome: SourceOutcome, event: Event) => Answer
  readonly again?: (outcome: SourceOutcome) => boolean
  readonly times?: number
}

/** @param target asked at each push: a reset, or an isolated test, has another one */
export function createPushEvents(target: () => PushTarget): PushEvents {
  /** Of a service that does not wait. SNS and S3 hand the trace of the run that publishes on, by which Lambda detects loops. */
  function queued<Event extends object>(name: string, kind: EventKind<Event>, tracing = false, standard?: object) {
    const push = async (functionName: string, given: unknown = standard) => {
      const where = `lambda.events.${name}(${JSON.stringify(functionName)})`
      const to = target()
      const event = kind()(where, requireObject(where, given), to)
      await invoke(where, functionName, event, 'Event', tracing ? traceOf(given as object) : undefined, to)
      return event
    }
    return Object.assign(push, { event: alone(name, kind, standard) })
  }

  /** Of a service that waits. */
  function waiting<Event extends object, Answer>(name: string, kind: EventKind<Event>, reading: () => Waiting<Event, Answer>) {
    const push = async (functionName: string, given: unknown) => {
      const where = `lambda.events.${name}(${JSON.stringify(functionName)})`
      const to = target()
      const event = kind()(where, requireObject(where, given), to)
      const { answer, again = () => false, times = 1 } = reading()
      let outcome = await outcomeOf(where, functionName, event, to)
      for (let tried = 1; tried < times && again(outcome); tried++) outcome = await outcomeOf(where, functionName, event, to)
      return answer(outcome, event)
    }
    return Object.assign(push, { event: alone(name, kind) })
  }

  function alone<Event>(name: string, kind: EventKind<Event>, standard?: object): (given?: unknown) => Event {
    const where = `lambda.events.${name}.event`
    return (given = standard) => kind()(where, requireObject(where, given), target())
  }

  const apiAnswer = (outcome: SourceOutcome, event: object) =>
    'routeKey' in event ? httpApiAnswer(outcome) : restApiAnswer(outcome)
  return {
    sns: queued('sns', () => newSnsEvent, true),
    s3: queued('s3', () => newS3Event, true),
    eventBridge: queued('eventBridge', () => newEventBridgeEvent),
    scheduled: queued('scheduled', () => newScheduledEvent, false, {}),
    logs: queued('logs', () => newLogsEvent),
    apiGateway: waiting(
      'apiGateway',
      () => newApiGatewayEvent,
      () => ({ answer: apiAnswer }),
    ) as PushEvents['apiGateway'],
    alb: waiting(
      'alb',
      () => newAlbEvent,
      () => ({ answer: albAnswer }),
    ) as PushEvents['alb'],
    cognito: waiting(
      'cognito',
      () => newCognitoEvent,
      () => ({ answer: cognitoAnswer, again: asksAgain, times: attempts }),
    ),
  }
}

function requireObject(where: string, given: unknown): object {
  if (isMembers(given)) return given
  throw new UsageError(`${where} needs an object that says what happened.`)
}

/** That of the run which publishes, as the SDK finds it in a function. */
function traceOf({ traceHeader }: { readonly traceHeader?: string }): string | undefined {
  return traceHeader ?? traceHere()
}

/** Refuses what is nobody's fault but the test's: a function, version or alias that is not there, or that cannot take the event. */
async function invoke(
  where: string,
  functionName: unknown,
  event: object,
  type: 'Event' | 'RequestResponse',
  traceHeader: string | undefined,
  to: PushTarget,
): Promise<Output<'Invoke'>> {
  const name = typeof functionName === 'string' ? parseFunctionName(functionName)?.name : undefined
  const known = to.functions()
  if (name === undefined || !known.includes(name)) throw noSuchFunction(where, name, known, to.region)
  try {
    return await to.invoke(functionName as string, event, type, traceHeader)
  } catch (error) {
    if (!isServiceError(error) || (type === 'RequestResponse' && error.name !== 'ResourceNotFoundException')) throw error
    throw new UsageError(`${where}: Lambda would refuse the event. ${error.name}: ${error.message}`, { cause: error })
  }
}

function noSuchFunction(where: string, name: string | undefined, known: readonly string[], region: string): UsageError {
  const close = name === undefined ? undefined : nearest(name, known)
  if (close !== undefined) return new UsageError(`${where}: there is no such function in ${region}. Did you mean '${close}'?`)
  const list = known.length === 0 ? 'none' : `${known.slice(0, 10).join(', ')}${known.length > 10 ? ', ...' : ''}`
  return new UsageError(
    `${where}: there is no such function in ${region}. There are: ${list}. Create it: lambda.function('${name ?? 'orders'}', handler).`,
  )
}

/** How an invocation ends for a service that waits for it. */
async function outcomeOf(where: string, functionName: string, event: object, to: PushTarget): Promise<SourceOutcome> {
  const elapsed = to.clock.stopwatch()
  try {
    const { FunctionError, Payload = new Uint8Array() } = await invoke(
      where,
      functionName,
      event,
      'RequestResponse',
      undefined,
      to,
    )
    const duration = elapsed()
    if (FunctionError === undefined) return { kind: 'answered', payload: Payload, duration }
    const error = JSON.parse(Buffer.from(Payload).toString()) as FunctionFailure
    const reason = [error.errorType, error.errorMessage].filter((part) => part !== undefined && part !== '').join(': ')
    return { kind: 'failed', error, reason: `The function failed: ${reason}`, duration }
  } catch (error) {
    if (!isServiceError(error)) throw error
    return { kind: 'refused', name: error.name, reason: `Lambda refused the invocation. ${error.name}: ${error.message}` }
  }
}
