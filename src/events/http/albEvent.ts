import { traceRoot } from '../../clock/traceRoot'
import { readMembers, type Spellings } from '../../usage/readMembers'
import { UsageError } from '../../errors/usageError'
import { arnOf, requireArn, type EventPlace } from '../eventPlace'
import { allValues, httpSpellings, lastValues, readHttpRequest, withHeaders, type HttpRequest } from './httpRequest'

/** A request to an Application Load Balancer. */
export interface AlbRequest extends HttpRequest {
  /** The target group's lambda.multi_value_headers.enabled: all values of headers and query, in the event and in the answer. Default: false. */
  readonly multiValueHeaders?: boolean
  /** Default: the target group `functions` of the double's account. */
  readonly targetGroupArn?: string
}

const spellings: Spellings = { ...httpSpellings, multiValueHeaders: [], targetGroupArn: [] }

/** What a function gets of a request to a load balancer. */
export type AlbEvent = ReturnType<typeof newAlbEvent>

/**
 * The event of a target group. Names of headers are in lower case; the query is handed on as the client wrote it, still encoded.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html#receive-event-from-load-balancer
 */
export function newAlbEvent(where: string, given: object, place: EventPlace) {
  const input = readMembers(where, given, spellings)
  const { targetGroupArn: group, multiValueHeaders: multiple = false } = input
  if (typeof multiple !== 'boolean') throw new UsageError(`${where} needs multiValueHeaders as true or false.`)
  const request = readHttpRequest(where, input)
  const targetGroupArn =
    group === undefined
      ? arnOf(place, 'elasticloadbalancing', `targetgroup/functions/${place.ids.hex(16)}`)
      : requireArn(where, 'targetGroupArn', group, 'elasticloadbalancing')
  const headers = withHeaders(request.headers, {
    host: `functions-1234567890.${place.region}.elb.amazonaws.com`,
    'x-amzn-trace-id': traceRoot(place),
    'x-forwarded-for': request.sourceIp,
    'x-forwarded-port': '80',
    'x-forwarded-proto': 'http',
  }).map(([name, value]) => [name.toLowerCase(), value] as const)
  const query = encodedQuery(request.queryText)
  return {
    requestContext: { elb: { targetGroupArn } },
    httpMethod: request.method,
    path: request.path,
    ...(multiple
      ? { multiValueQueryStringParameters: allValues(query) ?? {}, multiValueHeaders: allValues(headers)! }
      : { queryStringParameters: lastValues(query) ?? {}, headers: lastValues(headers)! }),
    body: request.body ?? '',
    isBase64Encoded: request.isBase64Encoded,
  }
}

function encodedQuery(text: string): (readonly [string, string])[] {
  return text
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const [name = '', ...value] = part.split('=')
      return [name, value.join('=')]
    })
}
