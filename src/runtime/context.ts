import type { Environment } from './environments'
import type { InvocationRequest } from './invocation'
import type { Profile } from './profile'

/** The ways to answer that the context object has up to nodejs22.x. */
export interface ContextCallbacks {
  readonly done: (error?: unknown, result?: unknown) => void
  readonly succeed: (result?: unknown) => void
  readonly fail: (error?: unknown) => void
}

/** The second argument of a handler. https://docs.aws.amazon.com/lambda/latest/dg/nodejs-context.html */
export interface HandlerContext extends Partial<ContextCallbacks> {
  readonly functionName: string
  readonly functionVersion: string
  readonly invokedFunctionArn: string
  readonly memoryLimitInMB: string
  readonly awsRequestId: string
  readonly logGroupName: string
  readonly logStreamName: string
  readonly clientContext: unknown
  readonly identity: undefined
  readonly tenantId: string | undefined
  readonly xRayTraceId?: string | undefined
  callbackWaitsForEmptyEventLoop?: boolean
  getRemainingTimeInMillis(): number
}

/** A new context for one run, with the members that the profile's runtime gives it. */
export function newContext(
  request: InvocationRequest,
  environment: Environment,
  profile: Profile,
  remaining: () => number,
  callbacks: ContextCallbacks,
): HandlerContext {
  const { fn, version, qualifier } = request
  const { configuration } = version
  const context = {
    functionName: fn.name,
    functionVersion: version.version,
    // As the caller named it: the version that an alias led to does not show.
    invokedFunctionArn: qualifier === undefined ? fn.arn : `${fn.arn}:${qualifier}`,
    memoryLimitInMB: String(configuration.memorySize),
    awsRequestId: request.requestId,
    logGroupName: configuration.loggingConfig.LogGroup ?? `/aws/lambda/${fn.name}`,
    logStreamName: environment.logStream,
    clientContext: clientContextOf(request),
    identity: undefined,
    tenantId: request.tenantId,
    getRemainingTimeInMillis: remaining,
  }
  if (profile === 'node24') return Object.assign(context, { xRayTraceId: request.traceHeader })
  // In a process that goes on after the run nobody can tell when the event loop is empty, so the last member changes nothing.
  return Object.assign(context, callbacks, { callbackWaitsForEmptyEventLoop: true })
}

/** A fresh copy, as Lambda decodes it per run; an asynchronous invocation loses it on the way. */
function clientContextOf({ type, clientContext }: InvocationRequest): unknown {
  if (type === 'Event' || clientContext === undefined) return undefined
  return JSON.parse(JSON.stringify(clientContext)) as unknown
}
