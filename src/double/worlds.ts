import { AsyncLocalStorage } from 'node:async_hooks'
import type { Ledger } from '../contracts/consumer/ledger'
import { createRandom } from '../clock/random'
import { UsageError } from '../errors/usageError'
import { createHouse, type House } from './house'
import type { ResolvedOptions } from './options'
import { unmetExpectations } from './unmetExpectations'
import { createWatch, type Watch } from './watch'
import type { Surroundings } from '../runtime/surroundings/surroundings'

/** Tests side by side on one double. */
export interface Isolation {
  /**
   * Runs a test in a world of its own: inside, `lambda`, SDK clients, `fetch` and matchers know nothing of what is outside, and the
   * other way round. The world begins empty, with the double's options and a seed that follows from the double's; work of the
   * background belongs to it. If the callback succeeds, `verify()` is called for its world, as nobody could do so later; then the
   * world is gone, and so is what still lies in the future: `await lambda.settled()` inside runs it. May be nested.
   *
   * Inside is what has the callback's async context. A request over the HTTP endpoint has the one in which `serve` was called, and
   * what was made outside, such as a function's builder, stays outside.
   * @returns what the callback returns
   * @example
   * test.concurrent('ships orders', () =>
   *   lambda.isolate(async () => {
   *     lambda.function('orders', async () => ({ shipped: true }))
   *     expect(await shipOrders()).toBe(1)
   *     expect(lambda).toHaveInvoked('orders')
   *   }))
   */
  isolate<Result>(callback: () => Result | Promise<Result>): Promise<Result>
}

/** The double's own world, and those of the tests that are isolated in it. */
export interface Worlds extends Isolation {
  /** The world of whoever asks. Throws if it is one that has ended. */
  here(): House
  /** The same, undefined if it has ended. */
  current(): House | undefined
  /** Those who watch the world of whoever asks. */
  watch(): Watch
  isIsolated(): boolean
  /** Begins the world of whoever asks anew. */
  reset(): void
  close(): void
}

interface Place {
  readonly seed: number
  readonly watch: Watch
  /** Undefined once it has ended: code may live on that was started in it. */
  house: House | undefined
  /** How many isolated worlds have begun in this one. */
  begun: number
}

export function createWorlds(options: ResolvedOptions, surroundings: Surroundings, ledger: Ledger): Worlds {
  const outside = newPlace(options.seed)
  // Made with the first isolated test: async contexts make every promise dearer up to Node.js 22.
  let storage: AsyncLocalStorage<Place> | undefined
  const place = () => storage?.getStore() ?? outside

  function newHouse({ seed, watch }: Pick<Place, 'seed' | 'watch'>): House {
    return createHouse({ ...options, seed }, surroundings, watch, ledger)
  }

  function newPlace(seed: number): Place {
    const watch = createWatch()
    return { seed, watch, house: newHouse({ seed, watch }), begun: 0 }
  }

  function here(): House {
    const { house } = place()
    if (house !== undefined) return house
    throw new UsageError(
      'The double was used by something that was started inside lambda.isolate(...), after its callback had ended. ' +
        'Wait in the callback for all that it starts.',
    )
  }

  async function isolate<Result>(callback: () => Result | Promise<Result>): Promise<Result> {
    if (typeof callback !== 'function')
      throw new UsageError('lambda.isolate(callback) needs a function: lambda.isolate(async () => { ... }).')
    here()
    const parent = place()
    const own = newPlace(seedOfChild(parent.seed, parent.begun++))
    storage ??= new AsyncLocalStorage()
    try {
      const result = await storage.run(own, callback)
      const unmet = own.house && unmetExpectations(own.house, options.seed)
      if (unmet !== undefined) throw unmet
      return result
    } finally {
      const { house } = own
      own.house = undefined
      await endHouse(house)
    }
  }

  return {
    here,
    current: () => place().house,
    watch: () => place().watch,
    isIsolated: () => place() !== outside,
    isolate,
    reset() {
      const own = place()
      void endHouse(here())
      own.house = newHouse(own)
      own.begun = 0
      own.watch.tell({ kind: 'reset' })
    },
    close() {
      void endHouse(outside.house)
      storage?.disable()
    },
  }
}

async function endHouse(house: House | undefined): Promise<void> {
  house?.clock.clear()
  await house?.uploadedCode.close()
}

/** By the order in which they begin: the same tests get the same seeds. */
function seedOfChild(seed: number, index: number): number {
  return Math.floor(createRandom(seed ^ Math.imul(index + 1, 0x9e3779b1))() * 4_294_967_296)
}
