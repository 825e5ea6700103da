import type { ErrorName } from '../model/api'
import { shapes } from '../model/shapes'

/**
 * Errors that real Lambda answers with although its published model does not list them: recorded ones, and those that any service of
 * AWS may give. https://docs.aws.amazon.com/lambda/latest/api/CommonErrors.html
 */
const unmodelled = {
  ValidationException: 400,
  SerializationException: 400,
  AccessDeniedException: 403,
  UnknownOperationException: 404,
  RequestEntityTooLargeException: 413,
  ExpiredTokenException: 403,
  IncompleteSignatureException: 403,
  InvalidSignatureException: 403,
  MissingAuthenticationTokenException: 403,
  UnrecognizedClientException: 403,
  ThrottlingException: 400,
  InternalFailure: 500,
  ServiceUnavailableException: 503,
} as const

export type UnmodelledErrorName = keyof typeof unmodelled

export const unmodelledErrorNames = Object.keys(unmodelled) as readonly UnmodelledErrorName[]

const brand = Symbol.for('lambdouble.ServiceError')

/**
 * An answer of Lambda that is an error: the exact code, status and members that the wire carries.
 * Throw it from an operation or hand it to `lambda.on(...).rejects(...)`; the SDK under test builds its own class from it.
 *
 * @example new ServiceError('ResourceNotFoundException', 'Function not found: arn:aws:lambda:us-east-1:123456789012:function:orders')
 */
export class ServiceError extends Error {
  override readonly name: ErrorName | UnmodelledErrorName
  /** HTTP status of the answer. */
  readonly status: number
  /** Members besides the message, in AWS's spelling, e.g. `{ Reason: 'CallerRateLimitExceeded' }`. */
  readonly members: Readonly<Record<string, unknown>>

  constructor(name: ErrorName | UnmodelledErrorName, message: string, members: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.name = name
    this.status = statusOf(name)
    this.members = members
    Object.defineProperty(this, brand, { value: true })
  }
}

/** Whether AWS's model has an error of this name. */
export function isModelledError(name: string): name is ErrorName {
  const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined
  return shape?.type === 'structure' && shape.error !== undefined
}

function statusOf(name: string): number {
  if (Object.hasOwn(unmodelled, name)) return unmodelled[name as UnmodelledErrorName]
  const shape = shapes[name]
  if (shape?.type === 'structure' && shape.error) return shape.error.status
  throw new TypeError(`Lambda has no error called ${name}.`)
}

/** Recognises a ServiceError by its brand: in Jest an error may come from another realm, where `instanceof` is false. */
export function isServiceError(error: unknown): error is ServiceError {
  return typeof error === 'object' && error !== null && (error as Record<symbol, unknown>)[brand] === true
}
