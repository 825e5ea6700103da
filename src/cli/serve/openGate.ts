import type { Served } from '../../adapters/http/served'
import type { MockLambda } from '../../double/mock'

/** The double as the endpoint has it: requests wait until it is seeded, and a reset seeds it anew. */
export interface Gate {
  readonly served: Served
  open(): void
}

/** A request to a function URL that was answered. */
export interface UrlRequest {
  readonly method: string
  readonly path: string
  readonly status: number
  /** Epoch milliseconds. */
  readonly at: number
  /** Milliseconds. */
  readonly duration: number
}

/** @param answered told of requests to function URLs, which are no calls and so in no journal */
export function openGate(lambda: MockLambda, seed: () => Promise<void>, answered: (request: UrlRequest) => void): Gate {
  let open!: () => void
  const isOpen = new Promise<void>((resolve) => (open = resolve))
  const served = {
    on: lambda.on,
    inspection: lambda.inspection,
    async reset() {
      lambda.reset()
      await seed()
    },
    exchange: (async (request) => {
      await isOpen
      return lambda.exchange(request)
    }) as MockLambda['exchange'],
    web: {
      leadsTo: (host: string) => lambda.web.leadsTo(host),
      exchange: (async (request) => {
        await isOpen
        const at = Date.now()
        const outcome = await lambda.web.exchange(request)
        const { method, path } = request
        const status = 'status' in outcome ? outcome.status : 0
        answered({ method, path, status, at, duration: Date.now() - at })
        return outcome
      }) as MockLambda['web']['exchange'],
    },
  }
  return {
    served,
    open() {
      // From now on without the detour.
      served.exchange = lambda.exchange
      open()
    },
  }
}
