import { ServiceError } from '../../errors/serviceError'

/** AWS's limit for the base64 text. https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html */
const limit = 3583

/** The client context of an invocation: JSON in base64, in a header. */
export function clientContext(base64: string | undefined): unknown {
  if (base64 === undefined) return undefined
  if (base64.length > limit) throw refused(`Client context must be at most ${limit} bytes of base64-encoded data`)
  try {
    return JSON.parse(Buffer.from(base64, 'base64').toString('utf8')) as unknown
  } catch {
    throw refused('Client context must be a valid Base64-encoded JSON object.')
  }
}

function refused(message: string): ServiceError {
  return new ServiceError('InvalidRequestContentException', message)
}
