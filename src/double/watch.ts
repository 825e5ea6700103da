import type { CallEntry } from '../journal/callEntry'
import type { CallHead } from '../journal/callHead'
import type { Invocation } from '../runtime/invocation'
import type { Delivery } from '../runtime/destinations/delivery'

/** Something that is over: a call was answered, a run ended, a delivery was sent, the history was forgotten. */
export type Happening =
  | {
      readonly kind: 'call'
      readonly operation: CallEntry['operation']
      readonly head: () => CallHead
      readonly entry: () => CallEntry
    }
  | { readonly kind: 'invocation'; readonly type: Invocation['type']; readonly entry: () => Invocation }
  | { readonly kind: 'delivery'; readonly entry: () => Delivery }
  | { readonly kind: 'reset' }

/** Told of what happens, as soon as it is over. An entry is made when `entry()` asks for it; `head()` is cheaper. */
export type Listener = (happening: Happening) => void

/** Those who watch one double; a reset leaves them where they are. */
export interface Watch {
  /** Whether there is anybody to tell: without one nothing is made up for nobody. */
  readonly isWatched: boolean
  tell(happening: Happening): void
  /** @returns what ends the watching */
  add(listener: Listener): () => void
}

export function createWatch(): Watch {
  let listeners: readonly Listener[] = []
  return {
    get isWatched() {
      return listeners.length > 0
    },
    tell(happening) {
      for (const listener of listeners) {
        try {
          listener(happening)
        } catch (error) {
          // A call is answered whatever those think who look on; their mistake still has to be seen.
          queueMicrotask(() => {
            throw error
          })
        }
      }
    },
    add(listener) {
      const own: Listener = (happening) => listener(happening)
      listeners = [...listeners, own]
      return () => {
        listeners = listeners.filter((each) => each !== own)
      }
    },
  }
}
