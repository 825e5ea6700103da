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
import type { SourceOutcome } from '../events/sourceOutcome'
import { traceHere } from '../runtime/trace/traceHere'
import { isMembers } from '../usage/isMembers'
import { requireText } from '../usage/readMembers'
import { pushedOutcome, pushEvent, type PushTarget } from './pushTarget'

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
  function queued<Event extends object>(
    name: string,
    kind: EventKind<Event>,
    { isTraced = false, standard }: { readonly isTraced?: boolean; readonly standard?: object } = {},
  ) {
    const push = async (functionName: string, given: unknown = standard) => {
      const where = `lambda.events.${name}(${JSON.stringify(requireText(`lambda.events.${name}(name, ...)`, 'the name of a function', functionName))})`
      const to = target()
      const event = kind()(where, requireObject(where, given), to)
      await pushEvent({ where, functionName, event, to }, isTraced ? traceOf(given as object) : undefined)
      return event
    }
    return Object.assign(push, { event: alone(name, kind, standard) })
  }

  /** Of a service that waits. */
  function waiting<Event extends object, Answer>(name: string, kind: EventKind<Event>, reading: () => Waiting<Event, Answer>) {
    const push = async (functionName: string, given: unknown) => {
      const where = `lambda.events.${name}(${JSON.stringify(requireText(`lambda.events.${name}(name, ...)`, 'the name of a function', functionName))})`
      const to = target()
      const event = kind()(where, requireObject(where, given), to)
      const { answer, again = () => false, times = 1 } = reading()
      const pushed = { where, functionName, event, to }
      let outcome = await pushedOutcome(pushed)
      for (let tried = 1; tried < times && again(outcome); tried++) outcome = await pushedOutcome(pushed)
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
    sns: queued('sns', () => newSnsEvent, { isTraced: true }),
    s3: queued('s3', () => newS3Event, { isTraced: true }),
    eventBridge: queued('eventBridge', () => newEventBridgeEvent),
    scheduled: queued('scheduled', () => newScheduledEvent, { standard: {} }),
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
