import type { ServiceError } from '../errors/serviceError'
import type { StructureShape } from '../model/shape'
import { shapes } from '../model/shapes'
import type { WireReply } from './messages'
import { writeStructure } from './writeJson'

/**
 * The HTTP answer that carries an error. SDKs read its name from `x-amzn-errortype`, and its message from `message` or `Message`,
 * whichever spelling AWS's model gives that error.
 */
export function encodeError(error: ServiceError, requestId: string): WireReply {
  const headers: Record<string, string> = {
    'x-amzn-requestid': requestId,
    'x-amzn-errortype': error.name,
    'content-type': 'application/json',
  }
  const shape = shapes[error.name] as StructureShape | undefined
  for (const [name, member] of Object.entries(shape?.members ?? {})) {
    const value = error.members[name]
    if (member.in === 'header' && value !== undefined && value !== null)
      headers[member.as ?? name.toLowerCase()] = `${value as string | number}`
  }
  return { kind: 'reply', status: error.status, headers, body: Buffer.from(JSON.stringify(errorBody(error))) }
}

/**
 * The JSON body of an error: its members, `Type`, which says whom AWS blames, and the message.
 * Recorded: `{"Reason":"ReservedFunctionConcurrentInvocationLimitExceeded","Type":"User","message":"Rate Exceeded."}`.
 * Errors outside the model have no `Type`, and neither has one whose members say that it is undefined (recorded for an unknown
 * code signing configuration). AccessDeniedException has a `Message`, and null where AWS does not say why (recorded for a function
 * of another account): that is what an empty message becomes.
 */
export function errorBody(error: ServiceError): Readonly<Record<string, unknown>> {
  const shape = shapes[error.name] as StructureShape | undefined
  if (shape === undefined) {
    return error.name === 'AccessDeniedException'
      ? { Message: error.message === '' ? null : error.message }
      : { message: error.message }
  }
  const messageName = 'Message' in shape.members ? 'Message' : 'message'
  return {
    ...writeStructure(shape, error.members),
    Type: 'Type' in error.members ? error.members['Type'] : shape.error?.fault ? 'Service' : 'User',
    [messageName]: error.message,
  }
}
