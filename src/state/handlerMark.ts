import type { Handler } from './functionRecord'

/** How Lambda's own runtime marks what `awslambda.streamifyResponse` was given, so that other wrappers which do so are known too. */
const streamingMark = Symbol.for('aws.lambda.runtime.handler.streaming')

const factoryMark = Symbol.for('lambdouble.handlerFactory')

/** Makes the handler of an environment when the environment starts. */
export type HandlerFactory = () => unknown

export function markStreaming<Marked extends Handler>(handler: Marked): Marked {
  return Object.assign(handler, { [streamingMark]: 'response' })
}

/** Whether a handler takes a stream to write its response to, in the place of a callback. */
export function isStreaming(handler: Handler | undefined): boolean {
  return (handler as { readonly [streamingMark]?: unknown } | undefined)?.[streamingMark] === 'response'
}

export function markFactory<Marked extends Handler>(handler: Marked, factory: HandlerFactory): Marked {
  return Object.assign(handler, { [factoryMark]: factory })
}

/** What makes the handler anew for every environment; undefined for a handler that all of them share. */
export function factoryOf(handler: Handler | undefined): HandlerFactory | undefined {
  return (handler as { readonly [factoryMark]?: HandlerFactory } | undefined)?.[factoryMark]
}
