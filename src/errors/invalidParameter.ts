import { ServiceError } from './serviceError'

/** Lambda's commonest refusal: a parameter that its model allows and its rules do not. */
export function invalidParameter(message: string): ServiceError {
  return new ServiceError('InvalidParameterValueException', message)
}
