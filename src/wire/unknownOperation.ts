import { ServiceError } from '../errors/serviceError'
import { encodeError } from './encodeError'
import type { WireReply } from './messages'

/**
 * What a request gets that names no operation of the Lambda API: a wrong path, an empty segment, a wrong method. Not recorded, but
 * described by those who met it at Lambda, status, name and words: boto3#294, serverless-application-model#430 and
 * cloudflare-worker-lambda-gateway#1 on GitHub, 2015 to 2018. Some of them got XML; this is JSON, as are all answers of the API.
 */
export const noOperation = Object.freeze({
  name: 'AccessDeniedException',
  message: 'Unable to determine service/operation name to be authorized',
  status: 403,
})

/** That answer. A 403 sends its reader to look for missing rights: the journal and `verify()` say what is wrong. */
export function unknownOperation(requestId: string): WireReply {
  return encodeError(new ServiceError(noOperation.name, noOperation.message), requestId)
}
