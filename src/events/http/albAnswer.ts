import type { SourceOutcome } from '../sourceOutcome'
import { ownAnswer, type HttpAnswer } from './httpAnswer'
import { proxyReply } from './proxyReply'

const members = ['statusCode', 'statusDescription', 'headers', 'multiValueHeaders', 'body', 'isBase64Encoded']

/** Bytes of the largest answer that a load balancer takes of a function. */
const largest = 1024 * 1024

/**
 * What a load balancer makes of an invocation: its own page with status 502 if Lambda refuses it, the function fails, or its result is
 * no answer or too large. Which member has the headers follows from the target group.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html#respond-to-load-balancer
 */
export function albAnswer(outcome: SourceOutcome, event: object): HttpAnswer {
  if (outcome.kind !== 'answered') return badGateway(outcome.reason)
  if (outcome.payload.byteLength > largest) return badGateway(`The result is larger than ${largest} bytes.`)
  const headers = 'multiValueHeaders' in event ? 'multiple' : 'single'
  const reply = proxyReply(outcome.payload, { members, contentType: 'application/octet-stream', headers })
  return 'what' in reply ? badGateway(reply.what) : reply
}

function badGateway(reason: string): HttpAnswer {
  const head = '<head><title>502 Bad Gateway</title></head>'
  const body = '<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>'
  return ownAnswer(502, `<html>\r\n${head}\r\n${body}\r\n</html>\r\n`, 'text/html', reason)
}
