import { Socket } from 'node:net'
import { UsageError } from '../../errors/usageError'
import { patchConnect, type ConnectGuard } from './connectPatch'
import { forbiddenTarget, type ForbiddenTarget, type GuardScope } from './forbiddenTarget'

/**
 * Refuses connections of this process to real Lambda, or as far as the scope says, before a name is resolved or a packet sent.
 * The caller sees a UsageError with code ERR_LAMBDOUBLE_GUARD, which the SDK does not retry. Sees all that goes through a socket
 * of this thread: HTTP, HTTPS, HTTP/2, TLS, fetch. Gives the way back.
 *
 * @param isExempt whether this connection, by its options or by the code that opens it, may be made all the same
 */
export function installGuard(scope: GuardScope, isExempt: (options: object) => boolean = () => false): () => void {
  const guard: ConnectGuard = {
    refuse(input) {
      const host = hostOf(input)
      const target = host === undefined ? undefined : forbiddenTarget(host, scope)
      if (target === undefined) return undefined
      const [options] = inputOf(input)
      return isExempt(typeof options === 'object' && options !== null ? options : {}) ? undefined : refusal(host!, target)
    },
  }
  return patchConnect(Socket.prototype, guard)
}

/** The host that `socket.connect(...input)` leads to; undefined for a pipe or a Unix socket. */
function hostOf(input: readonly unknown[]): string | undefined {
  const [first, second] = inputOf(input)
  if (typeof first === 'object' && first !== null) {
    const { path, host } = first as { readonly path?: unknown; readonly host?: unknown }
    return path ? undefined : typeof host === 'string' && host !== '' ? host : 'localhost'
  }
  // A string that is no number is the name of a pipe.
  if (typeof first === 'string' && !(Number(first) >= 0)) return undefined
  return typeof second === 'string' ? second : 'localhost'
}

/** net.connect hands its own input on as one list. */
function inputOf(input: readonly unknown[]): readonly unknown[] {
  return (Array.isArray(input[0]) ? input[0] : input) as readonly unknown[]
}

/** For HTTP clients that the double does not reach in this process. */
const otherWays = 'or by any HTTP client through serve(lambda) of lambdouble/server or through lambdouble/nock.'

function refusal(host: string, target: ForbiddenTarget): Error {
  const advice: Readonly<Record<ForbiddenTarget, string>> = {
    Lambda:
      'Its caller is not connected to the double. A client of another copy of the SDK, or one loaded after jest.resetModules(), has to be ' +
      'passed: mockLambda(LambdaClient). For other callers there is lambdouble/nock.',
    'a function URL': `Function URLs of the double are reached by fetch, ${otherWays}`,
    'a link to code': `Links to code of the double are followed by fetch, ${otherWays}`,
    'the metadata service': 'Something looks for a region or credentials and found none: set them for this client.',
    AWS: 'Answer this service by a double of its own.',
    'the network': 'Answer this host by a double of its own.',
  }
  const error = new UsageError(
    `A connection to ${host} was refused: it leads to ${target}, and mockLambda guards this process. ${advice[target]} ` +
      "To let connections through, choose another guard: mockLambda({ guard: 'off' }).",
  )
  // In Jest this error is of another realm than fetch, which replaces all such errors but those that say they are made by Error.
  Object.defineProperty(error, 'constructor', { value: Error })
  return Object.assign(error, { code: 'ERR_LAMBDOUBLE_GUARD' })
}
