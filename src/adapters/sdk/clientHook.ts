/** The wish of one double to answer clients: those it wants speak to it from their next call on. */
export interface ClientOwner {
  wants(client: object): boolean
  /** Connects a client. Throws a UsageError if it cannot be connected. */
  take(client: object): void
  /** Disconnects a client; does nothing if it was not connected. */
  release(client: object): void
  /** Must not be collected while the double answers clients, even if the test has kept no reference to it. */
  readonly lifeline?: unknown
}

interface Hook {
  /** The newest last. */
  readonly owners: ClientOwner[]
  remove(): void
}

type Send = ((this: object, ...input: unknown[]) => unknown) & { readonly [hookKey]?: Hook }

// Registered, so that the ESM and the CommonJS copy of this package share one hook.
const hookKey = Symbol.for('lambdouble.sdkDoors')
const boundKey = Symbol.for('lambdouble.boundClient')

/**
 * Sees every call of the clients below `prototype`, before the SDK does, and connects the client to the newest double that
 * wants it. Gives the way back: with the last owner gone, the prototype is as it was found.
 */
export function hookSend(prototype: object, owner: ClientOwner): () => void {
  const hook = ownSend(prototype)?.[hookKey] ?? installHook(prototype)
  hook.owners.push(owner)
  return () => {
    const index = hook.owners.indexOf(owner)
    if (index !== -1) hook.owners.splice(index, 1)
    if (hook.owners.length === 0) hook.remove()
  }
}

/** Ties a client to the double that made it: no hook connects it to another one. */
export function bindClient(client: object): void {
  Object.defineProperty(client, boundKey, { value: true })
}

function ownSend(prototype: object): Send | undefined {
  return Object.getOwnPropertyDescriptor(prototype, 'send')?.value as Send | undefined
}

function installHook(prototype: object): Hook {
  const found = Object.getOwnPropertyDescriptor(prototype, 'send')
  const owners: ClientOwner[] = []
  const owned = new WeakMap<object, ClientOwner>()

  function connect(client: object): void {
    const owner = boundKey in client ? undefined : owners.findLast((each) => each.wants(client))
    const current = owned.get(client)
    if (owner === current) return
    current?.release(client)
    owned.delete(client)
    if (owner === undefined) return
    owner.take(client)
    owned.set(client, owner)
  }

  function send(this: object, ...input: unknown[]): unknown {
    // Somebody may have kept this function beyond the last double, a spy for example.
    if (owners.length === 0) remove()
    try {
      connect(this)
    } catch (error) {
      const callback = input.find((each): each is (error: unknown) => void => typeof each === 'function')
      return callback ? callback(error) : Promise.reject(error as Error)
    }
    // Looked up at each call: the method that the SDK's clients inherit may be spied on at any time.
    const next = (found ? found.value : Reflect.get(Object.getPrototypeOf(prototype) as object, 'send')) as Send
    return next.apply(this, input)
  }

  function remove(): void {
    if (ownSend(prototype) !== send) return
    if (found) Object.defineProperty(prototype, 'send', found)
    else Reflect.deleteProperty(prototype, 'send')
  }

  const hook: Hook = { owners, remove }
  Object.defineProperty(send, hookKey, { value: hook })
  Object.defineProperty(prototype, 'send', { value: send, writable: true, enumerable: false, configurable: true })
  return hook
}
