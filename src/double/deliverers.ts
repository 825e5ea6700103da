import { UsageError } from '../errors/usageError'
import { arnFits } from '../matching/arnFits'
import { toDelivery, type Delivery, type DeliveryEntry } from '../runtime/destinations/delivery'

/** Brings a delivery to where it belongs, such as a queue of a local SQS. */
export type Deliverer = (delivery: Delivery) => unknown

/** What the author of the test has given to `lambda.deliverTo`. */
export interface Deliverers {
  add(arnPattern: string | RegExp, deliverer: Deliverer): void
  /** Whether somebody takes what goes there. */
  has(arn: string): boolean
  /**
   * Takes deliveries to a queue that is elsewhere: they do not go into the one of this name in memory.
   * @returns what undoes it
   */
  replace(arnPattern: string, hand: (entry: DeliveryEntry) => Promise<void>): () => void
  /** Whether the queue is elsewhere. */
  isElsewhere(arn: string): boolean
  /**
   * Hands a delivery to everyone who wants it, and waits if there is anyone. Nothing is tried again, as AWS drops what cannot be delivered;
   * the entry keeps the error.
   */
  hand(entry: DeliveryEntry): void | Promise<void>
}

interface Taker {
  readonly pattern: string | RegExp
  readonly hand: (entry: DeliveryEntry) => unknown
  readonly replaces: boolean
}

export function createDeliverers(): Deliverers {
  let all: Taker[] = []

  async function handTo({ hand }: Taker, entry: DeliveryEntry): Promise<void> {
    try {
      await hand(entry)
    } catch (error) {
      entry.error = `The deliverer of ${entry.arn} failed: ${textOf(error)}`
      entry.isMistake = true
    }
  }

  return {
    add(pattern, deliverer) {
      const isPattern = typeof pattern === 'string' || Object.prototype.toString.call(pattern) === '[object RegExp]'
      if (!isPattern || typeof deliverer !== 'function')
        throw new UsageError(
          `lambda.deliverTo(arn, deliverer) needs an ARN, a text with * in it or a regular expression, and a function of the delivery.`,
        )
      all.push({ pattern, hand: (entry) => deliverer(toDelivery(entry)), replaces: false })
    },
    has: (arn) => all.some(({ pattern }) => arnFits(pattern, arn)),
    replace(pattern, hand) {
      const taker = { pattern, hand, replaces: true }
      all.push(taker)
      return () => void (all = all.filter((each) => each !== taker))
    },
    isElsewhere: (arn) => all.some(({ pattern, replaces }) => replaces && arnFits(pattern, arn)),
    hand(entry) {
      const wanted = entry.error === undefined ? all.filter(({ pattern }) => arnFits(pattern, entry.arn)) : []
      if (wanted.length === 0) return undefined
      return Promise.all(wanted.map((taker) => handTo(taker, entry))).then(() => undefined)
    },
  }
}

function textOf(error: unknown): string {
  try {
    return String((error as Partial<Error> | null | undefined)?.message ?? error)
  } catch {
    return 'with something that cannot be read'
  }
}
