import { traceRoot } from '../../clock/traceRoot'
import { isMembers } from '../../usage/isMembers'
import { readMembers, requireText, shown, type Spellings } from '../../usage/readMembers'
import { UsageError } from '../../errors/usageError'
import { readTime, type EventPlace, type Time } from '../eventPlace'
import type { ApiParts } from './apiParts'
import { httpApiEvent } from './httpApiEvent'
import { httpSpellings, readHttpRequest, type HttpRequest } from './httpRequest'
import { pathParameters } from './pathParameters'
import { restApiEvent } from './restApiEvent'

/** A request to an API of API Gateway. */
export interface ApiRequest extends HttpRequest {
  /** '1.0' (default): a REST API. '2.0': an HTTP API, with its form of the event and its rules for the answer. */
  readonly version?: '1.0' | '2.0'
  /** The resource that leads to the function, such as '/orders/{id}' or '/{proxy+}'; its parameters follow. Default: the path; $default. */
  readonly resource?: string
  /** Default: 'test' for a REST API, $default for an HTTP API. */
  readonly stage?: string
  readonly stageVariables?: Readonly<Record<string, string>>
  readonly apiId?: string
  /** What an authorizer said: `requestContext.authorizer`. */
  readonly authorizer?: Readonly<Record<string, unknown>>
  readonly time?: Time
}

const spellings: Spellings = {
  ...httpSpellings,
  version: ['payloadFormatVersion'],
  resource: [],
  stage: [],
  stageVariables: [],
  apiId: [],
  authorizer: [],
  time: [],
}

/** What a function gets of a request to a REST API. */
export type RestApiEvent = ReturnType<typeof restApiEvent>
/** What a function gets of a request to an HTTP API. */
export type HttpApiEvent = ReturnType<typeof httpApiEvent>

export function newApiGatewayEvent(where: string, given: object, place: EventPlace): RestApiEvent | HttpApiEvent {
  const input = readMembers(where, given, spellings)
  const { version = '1.0', resource, apiId, stage } = input
  if (version !== '1.0' && version !== '2.0')
    throw new UsageError(`${where} needs version as '1.0' (REST API) or '2.0' (HTTP API), not ${shown(version)}.`)
  const request = readHttpRequest(where, input)
  const id = apiId === undefined ? place.ids.token(10) : requireText(where, 'apiId', apiId)
  const time = readTime(where, input.time, place)
  const parts: ApiParts = {
    ...request,
    resource: resource as string | undefined,
    pathParameters: resource === undefined ? undefined : pathParameters(where, resource, request.path),
    stage: stage === undefined ? undefined : requireText(where, 'stage', stage),
    stageVariables: requireObject(where, 'stageVariables', input.stageVariables) as ApiParts['stageVariables'],
    authorizer: requireObject(where, 'authorizer', input.authorizer),
    apiId: id,
    domainName: `${id}.execute-api.${place.region}.amazonaws.com`,
    requestId: place.ids.uuid(),
    trace: traceRoot(place),
    time,
  }
  return version === '1.0' ? restApiEvent(parts, place) : httpApiEvent(parts, place)
}

function requireObject(where: string, name: string, value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (value === undefined || isMembers(value)) return value
  throw new UsageError(`${where} needs ${name} as an object, not ${shown(value)}.`)
}
