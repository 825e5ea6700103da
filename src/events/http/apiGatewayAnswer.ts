import type { SourceOutcome } from '../sourceOutcome'
import { bufferedReply } from '../../runtime/function-urls/bufferedReply'
import { ownAnswer, readableBody, type HttpAnswer } from './httpAnswer'
import { proxyReply } from './proxyReply'

/** Milliseconds that API Gateway waits for a function. */
const patience = { rest: 29_000, http: 30_000 }

const restRules = {
  members: ['statusCode', 'headers', 'multiValueHeaders', 'body', 'isBase64Encoded'],
  contentType: 'application/json',
  headers: 'both',
} as const

/**
 * What a REST API makes of an invocation: 500 if Lambda refuses it, 502 if the function fails or its result is no answer, 504 after 29
 * seconds. https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway.html#services-apigateway-errors
 */
export function restApiAnswer(outcome: SourceOutcome): HttpAnswer {
  const own = (status: number, message: string, reason: string) => ownAnswer(status, { message }, 'application/json', reason)
  if (outcome.kind === 'refused') return own(500, 'Internal server error', outcome.reason)
  if (outcome.duration > patience.rest) return own(504, 'Endpoint request timed out', 'The function took longer than 29 seconds.')
  if (outcome.kind === 'failed') return own(502, 'Internal server error', outcome.reason)
  const reply = proxyReply(outcome.payload, restRules)
  return 'what' in reply ? own(502, 'Internal server error', `Malformed Lambda proxy response: ${reply.what}`) : reply
}

/**
 * What an HTTP API makes of an invocation, payload format 2.0: a result without a statusCode is itself the body, with status 200. It
 * says 500 whatever goes wrong, and 503 after 30 seconds.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html#http-api-develop-integrations-lambda.response
 */
export function httpApiAnswer(outcome: SourceOutcome): HttpAnswer {
  const own = (status: number, message: string, reason: string) => ownAnswer(status, { message }, 'application/json', reason)
  if (outcome.kind === 'refused') return own(500, 'Internal Server Error', outcome.reason)
  if (outcome.duration > patience.http) return own(503, 'Service Unavailable', 'The function took longer than 30 seconds.')
  if (outcome.kind === 'failed') return own(500, 'Internal Server Error', outcome.reason)
  const reply = bufferedReply(outcome.payload)
  if (reply.kind === 'malformed') return own(500, 'Internal Server Error', reply.what)
  const { status: statusCode, headers, cookies, body } = reply
  return { statusCode, headers, cookies, body: readableBody(body as Uint8Array, headers['content-type']), reason: undefined }
}
