import type { ClientOwner } from './clientHook'
import { takeOverClient } from './clientTakeover'
import type { Switchboard } from './switchboard'

/** Connects clients to one double and remembers the way back of each, without keeping any client in memory. */
export function createClientOwner(
  wants: (client: object) => boolean,
  board: Switchboard,
  beforeTaking: () => void,
  takeOver: (client: object, board: Switchboard) => () => void = takeOverClient,
): ClientOwner & { releaseAll(): void } {
  const waysBack = new WeakMap<object, () => void>()
  let taken: WeakRef<object>[] = []
  let room = 1_000

  function release(client: object): void {
    waysBack.get(client)?.()
    waysBack.delete(client)
  }

  return {
    wants,
    release,
    take(client) {
      beforeTaking()
      waysBack.set(client, takeOver(client, board))
      if (taken.length >= room) {
        taken = taken.filter((reference) => reference.deref() !== undefined)
        room = 2 * taken.length + 1_000
      }
      taken.push(new WeakRef(client))
    },
    releaseAll() {
      for (const reference of taken.splice(0)) {
        const client = reference.deref()
        if (client) release(client)
      }
    },
  }
}
