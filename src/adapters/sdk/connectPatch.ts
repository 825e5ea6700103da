import { runInThisContext } from 'node:vm'

/** Decides on each connection that a socket of this process is about to make. */
export interface ConnectGuard {
  /** What the socket fails with, given the input of `connect`; undefined lets it pass. */
  refuse(input: readonly unknown[]): Error | undefined
}

interface Patch {
  add(guard: ConnectGuard): void
  remove(guard: ConnectGuard): void
}

// Registered, so that other copies of this package, and other test files of the same process, find the one patch.
const patchKey = Symbol.for('lambdouble.connectPatch')

/**
 * The patched `connect`, as text: it outlives a test file of Jest's, whose modules Jest wants to forget, so it must not be made
 * of them. For the same reason it holds the guards weakly: one whose double nobody has any more counts as gone.
 * A refused socket fails as one that cannot connect does, on the next tick, when its user is listening.
 */
const patchText = `(function (prototype, key) {
  const found = Object.getOwnPropertyDescriptor(prototype, 'connect')
  let guards = []
  function connect(...input) {
    for (const reference of guards) {
      const refusal = reference.deref()?.refuse(input)
      if (refusal === undefined) continue
      this.connecting = true
      process.nextTick(() => this.destroy(refusal))
      return this
    }
    forget(undefined)
    return Reflect.apply(found.value, this, input)
  }
  function forget(guard) {
    guards = guards.filter((reference) => reference.deref() !== undefined && reference.deref() !== guard)
    if (guards.length === 0 && prototype.connect === connect) Object.defineProperty(prototype, 'connect', found)
  }
  const patch = { add: (guard) => void guards.push(new WeakRef(guard)), remove: forget }
  Object.defineProperty(connect, key, { value: patch })
  Object.defineProperty(prototype, 'connect', { ...found, value: connect })
})`

/** Puts a guard before `prototype.connect`. Gives the way back: with the last guard gone, the original is there again. */
export function patchConnect(prototype: object, guard: ConnectGuard): () => void {
  const connect = () => (prototype as { readonly connect: { readonly [patchKey]?: Patch } }).connect
  if (connect()[patchKey] === undefined) {
    const install = runInThisContext(patchText, { filename: 'lambdouble/connectPatch.js' }) as (
      prototype: object,
      key: symbol,
    ) => void
    install(prototype, patchKey)
  }
  const patch = connect()[patchKey]!
  patch.add(guard)
  return () => patch.remove(guard)
}
