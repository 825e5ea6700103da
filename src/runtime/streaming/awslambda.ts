import { HttpResponseStream } from './responseStream'
import { streamify } from './streamify'

/** Who needs the global; the last one removes it. */
const usersKey = Symbol.for('lambdouble.awslambda.users')

interface Awslambda {
  readonly streamifyResponse: typeof streamify
  readonly HttpResponseStream: typeof HttpResponseStream
  readonly [usersKey]?: Set<object>
}

/**
 * Provides the global `awslambda` that Lambda's Node.js runtimes have, for handlers that wrap themselves by
 * `awslambda.streamifyResponse`. One that is there already, such as a test's own, stays. Gives the way back.
 * https://docs.aws.amazon.com/lambda/latest/dg/config-rs-write-functions.html
 */
export function provideAwslambda(): () => void {
  const place = globalThis as { awslambda?: Awslambda }
  const user = {}
  if (!('awslambda' in place)) {
    const value: Awslambda = { streamifyResponse: streamify, HttpResponseStream, [usersKey]: new Set() }
    Object.defineProperty(place, 'awslambda', { value, writable: true, enumerable: true, configurable: true })
  }
  const provided = place.awslambda
  const users = provided?.[usersKey]
  users?.add(user)
  return () => {
    users?.delete(user)
    if (users?.size === 0 && place.awslambda === provided) Reflect.deleteProperty(place, 'awslambda')
  }
}
