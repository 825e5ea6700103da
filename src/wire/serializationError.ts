import { ServiceError } from '../errors/serviceError'

/** Lambda could not read the request: malformed JSON, or a value of another type than the member's. */
export function serializationError(message: string): ServiceError {
  return new ServiceError('SerializationException', message)
}

/**
 * A JSON value stands where Lambda wants a scalar of another type.
 * Observed for a number as a string: `class com.amazon.coral.value.json.numbers.TruncatingBigNumber can not be converted to an
 * String`. The rest are texts of the same framework seen on other services of AWS.
 */
export function notA(wanted: string, value: unknown): ServiceError {
  if (Array.isArray(value)) return serializationError('Start of list found where not expected')
  if (typeof value === 'object') return serializationError('Start of structure or map found where not expected.')
  return serializationError(`class ${javaClass(value)} can not be converted to ${wanted}`)
}

/** A JSON value stands where Lambda wants a list, a map or a structure. */
export function notACollection(value: unknown): ServiceError {
  if (typeof value === 'object') return notA('', value)
  return serializationError(`Unrecognized collection type class ${javaClass(value)}`)
}

function javaClass(value: unknown): string {
  switch (typeof value) {
    case 'number':
      return 'com.amazon.coral.value.json.numbers.TruncatingBigNumber'
    case 'boolean':
      return 'java.lang.Boolean'
    default:
      return 'java.lang.String'
  }
}
