import { ServiceError } from '../errors/serviceError'
import { encodeError } from './encodeError'
import type { WireReply } from './messages'

/**
 * What a request gets that names no operation of the Lambda API: a wrong path, an empty segment, a wrong method.
 * 404 UnknownOperationException is the general answer of AWS's framework. Reports about Lambda (boto3#294 on GitHub and others, 2015
 * to 2018) show 403 AccessDeniedException with the message used here; a 403 would send a reader to look for missing rights, so the
 * name is the one that says what is wrong.
 */
export function unknownOperation(requestId: string): WireReply {
  return encodeError(
    new ServiceError('UnknownOperationException', 'Unable to determine service/operation name to be authorized'),
    requestId,
  )
}
