import { UsageError } from '../../errors/usageError'
import type { WebReply, WebRequest } from '../../webExchange'
import { swapProperty } from '../sdk/swapProperty'
import type { InstalledNock } from './installedNock'
import { nockReply } from './nockReply'
import type { Nock, NockInterceptor, NockReply, NockRequest } from './nockShapes'
import { createRequestReader } from './requestReader'

/** The wish of one double to answer hosts. */
export interface HostOwner {
  /** Whether requests to a host, named as in a URL, are for this double. */
  reaches(host: string): boolean
  /** Rejects with what the caller's connection shall fail with. */
  answer(request: WebRequest): Promise<WebReply>
}

interface Hook {
  readonly owners: HostOwner[]
  install(switchedOn: boolean): void
  uninstall(): void
}

// Registered, so that the ESM and the CommonJS copy of this package share one hook of one nock.
const hookKey = Symbol.for('lambdouble.nockDoors')

/**
 * Answers through nock the requests to all hosts that an owner reaches, the newest owner first. Gives the way back: with the last
 * owner gone, nock is as it was found, interceptors of others and all.
 */
export function hookNock({ nock, switchedOn }: InstalledNock, owner: HostOwner): () => void {
  const holder = nock as Nock & { [hookKey]?: Hook }
  if (holder[hookKey] === undefined) Object.defineProperty(nock, hookKey, { value: createHook(nock) })
  const hook = holder[hookKey]!
  hook.owners.push(owner)
  if (hook.owners.length === 1) hook.install(switchedOn)
  return () => {
    const place = hook.owners.indexOf(owner)
    if (place === -1) return
    hook.owners.splice(place, 1)
    if (hook.owners.length === 0) hook.uninstall()
  }
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** Kept for good, as nock keeps the entry for our origin, though empty: it never forgets one. */
function createHook(nock: Nock): Hook {
  const owners: HostOwner[] = []
  const ownerOf = (host: string) => owners.findLast((each) => each.reaches(host))
  const origin = dynamicOrigin((base) => {
    const host = hostOf(base)
    return host !== undefined && ownerOf(host) !== undefined && !isTaken(nock, base)
  })
  let interceptors: NockInterceptor[] = []
  let undo: (() => void)[] = []

  function arm(): void {
    const scope = nock(origin).persist()
    const reader = createRequestReader()
    scope.on('request', reader.beforeReply)
    interceptors = methods.map((method) => {
      // Optional: a double that nobody called is no pending mock.
      const interceptor = scope.intercept(anyPath(), method).optionally()
      // Read at once: the interceptor belongs to the next request already when this one is answered.
      interceptor.reply(function (...input) {
        return answer(reader.read(this.req, input), this.req)
      })
      return interceptor
    })
  }

  async function answer(reading: Promise<WebRequest>, from: NockRequest | undefined): Promise<NockReply> {
    const request = await reading
    const owner = ownerOf(request.host)
    if (owner === undefined) throw new UsageError(`The double that answered ${request.host} has been restored meanwhile.`)
    return nockReply(await owner.answer(request), request.method, from)
  }

  return {
    owners,
    install(switchedOn) {
      const found = nock.cleanAll
      const wasActive = nock.isActive() && !switchedOn
      if (!nock.isActive()) nock.activate()
      arm()
      undo = [
        () => wasActive || !nock.isActive() || nock.restore(),
        // Meant for the interceptors of the test: the double stays.
        swapProperty(nock, 'cleanAll', function cleanAll() {
          found()
          if (owners.length > 0) arm()
        }),
        () => interceptors.forEach((each) => nock.removeInterceptor(each)),
      ]
    },
    uninstall() {
      for (const step of undo.splice(0).reverse()) step()
      interceptors = []
    },
  }
}

/**
 * An origin that nock asks anew at each request. Its name, a number, makes it the first that is asked: nock looks no further than
 * the first origin that fits, even if all interceptors of that one are used up.
 */
function dynamicOrigin(fits: (base: string) => boolean): RegExp {
  return Object.defineProperties(/lambdouble/, { test: { value: fits }, toString: { value: () => '0' } })
}

/** Shows up in `nock.activeMocks()`. */
function anyPath(): RegExp {
  return Object.defineProperty(/^/, 'toString', { value: () => 'lambdouble' })
}

/** Nock names an origin with its port, `https://lambda.us-east-1.amazonaws.com:443`. */
function hostOf(base: string): string | undefined {
  return URL.canParse(base) ? new URL(base).host : undefined
}

/** Whether the test has an interceptor of its own for an origin: it goes first, as long as it is there. */
function isTaken(nock: Nock, base: string): boolean {
  return nock.activeMocks().some((mock) => mock.slice(mock.indexOf(' ') + 1).startsWith(`${base}/`))
}
