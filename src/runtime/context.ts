import type { RunRecord } from './invocation'

/** The ways to answer that the context object has up to nodejs22.x; the first call counts. */
export interface ContextCallbacks {
  readonly done: (error?: unknown, result?: unknown) => void
  readonly succeed: (result?: unknown) => void
  readonly fail: (error?: unknown) => void
}

/**
 * The second argument of a handler. https://docs.aws.amazon.com/lambda/latest/dg/nodejs-context.html
 * The type has every member of both runtimes, so that handlers typed with aws-lambda's own Context fit; which of them are there
 * depends on the function's Runtime.
 */
export interface Context extends ContextCallbacks {
  readonly functionName: string
  readonly functionVersion: string
  /** As the caller named the function, with the version or alias if there was one. */
  readonly invokedFunctionArn: string
  readonly memoryLimitInMB: string
  readonly awsRequestId: string
  readonly logGroupName: string
  readonly logStreamName: string
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever JSON the caller sent
  readonly clientContext: any
  readonly identity: undefined
  readonly tenantId: string | undefined
  /** From nodejs24.x on. */
  readonly xRayTraceId?: string | undefined
  /** Up to nodejs22.x. Changes nothing here: nobody can tell when the event loop of a process that goes on is empty. */
  callbackWaitsForEmptyEventLoop: boolean
  /** Milliseconds until the Timeout, virtual ones included; negative once it has passed. */
  getRemainingTimeInMillis(): number
}

/**
 * A new context for one run, with the members that the profile's runtime gives it.
 * @param elapsed milliseconds since the run began
 */
export function newContext(run: RunRecord, elapsed: () => number, { done, succeed, fail }: ContextCallbacks): Context {
  const { configuration, qualifier, functionArn } = run
  const timeout = configuration.timeout * 1000
  const context = {
    functionName: run.functionName,
    functionVersion: run.version,
    invokedFunctionArn: qualifier === undefined ? functionArn : `${functionArn}:${qualifier}`,
    memoryLimitInMB: String(configuration.memorySize),
    awsRequestId: run.requestId,
    logGroupName: configuration.loggingConfig.LogGroup ?? `/aws/lambda/${run.functionName}`,
    logStreamName: run.logStream,
    clientContext: clientContextOf(run),
    identity: undefined,
    tenantId: run.tenantId,
    getRemainingTimeInMillis: () => Math.floor(timeout - elapsed()),
  }
  const callbacks = { done, succeed, fail, callbackWaitsForEmptyEventLoop: true }
  return Object.assign(context, run.profile === 'node24' ? { xRayTraceId: run.traceHeader } : callbacks) as Context
}

/** A fresh copy, as Lambda decodes it per run; an asynchronous invocation loses it on the way. */
function clientContextOf({ type, clientContext }: RunRecord): unknown {
  if (type === 'Event' || clientContext === undefined) return undefined
  return JSON.parse(JSON.stringify(clientContext)) as unknown
}
