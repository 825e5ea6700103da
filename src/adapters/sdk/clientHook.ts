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

/** What the doubles of one prototype share, be they of this copy of the package or of another one. */
interface Hook {
  /** The newest last. */
  readonly owners: ClientOwner[]
  /** Connects a client to the newest double that wants it. */
  connect(client: object): void
  /** What somebody has put over our `send` and what calls it, such as a spy. */
  readonly covers: WeakSet<object>
}

type Send = ((this: object, ...input: unknown[]) => unknown) & { readonly [removeKey]?: () => void }
/** The hook is no part of `send`: a spy covers that, and may put it back when its doubles are gone and others are there. */
type Hooked = { [hookKey]?: Hook; send?: unknown }

// Registered, so that the ESM and the CommonJS copy of this package share one hook.
const hookKey = Symbol.for('lambdouble.sdkDoors')
const removeKey = Symbol.for('lambdouble.removeSend')
const boundKey = Symbol.for('lambdouble.boundClient')

/**
 * Sees every call of the clients below `prototype`, before the SDK does, and connects the client to the newest double that
 * wants it. Gives the way back: with the last owner gone, the prototype is as it was found.
 */
export function hookSend(prototype: object, owner: ClientOwner): () => void {
  const { owners, covers } = hookOf(prototype) ?? installHook(prototype)
  const found = ownSend(prototype)
  if (found === undefined || !(removeKey in found || covers.has(found))) installSend(prototype)
  owners.push(owner)
  return () => {
    const index = owners.indexOf(owner)
    if (index !== -1) owners.splice(index, 1)
    if (owners.length > 0) return
    const last = ownSend(prototype)
    // What covers our `send` may put it back: the hook is left for it.
    if (last === undefined) Reflect.deleteProperty(prototype, hookKey)
    else last[removeKey]?.()
  }
}

/** Ties a client to the double that made it: no hook connects it to another one. */
export function bindClient(client: object): void {
  Object.defineProperty(client, boundKey, { value: true })
}

function hookOf(prototype: Hooked): Hook | undefined {
  return prototype[hookKey]
}

function ownSend(prototype: object): Send | undefined {
  return Object.getOwnPropertyDescriptor(prototype, 'send')?.value as Send | undefined
}

function installHook(prototype: object): Hook {
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

  const hook: Hook = { owners, connect, covers: new WeakSet() }
  Object.defineProperty(prototype, hookKey, { value: hook, configurable: true })
  return hook
}

function installSend(prototype: Hooked): void {
  const found = Object.getOwnPropertyDescriptor(prototype, 'send')

  function send(this: object, ...input: unknown[]): unknown {
    const hook = prototype[hookKey]
    // Somebody may have kept this function beyond the last double, a spy for example.
    if (hook === undefined || hook.owners.length === 0) remove()
    else if (prototype.send !== send) hook.covers.add(prototype.send as object)
    try {
      hook?.connect(this)
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
    Reflect.deleteProperty(prototype, hookKey)
  }

  Object.defineProperty(send, removeKey, { value: remove })
  Object.defineProperty(prototype, 'send', { value: send, writable: true, enumerable: false, configurable: true })
}
