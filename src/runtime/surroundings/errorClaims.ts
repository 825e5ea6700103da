import { runInThisContext } from 'node:vm'
import type { CurrentScope, Patch } from './scope'

/** Decides whether an event of the process is an environment's own. */
interface Claims {
  take(input: readonly unknown[]): boolean
}

/** Makes what stands before `process.emit` while it is on. */
type NewPatch = (claims: Claims) => Patch

/**
 * Made in the process's own realm: in Jest tests see another `process` than the one that errors are told of. As text, since it can
 * outlive a test file of Jest's, whose modules Jest wants to forget; for the same reason it holds the claims weakly.
 */
const patchText = `(function (claims) {
  const reference = new WeakRef(claims)
  let found, own, patched
  const newEmit = (below) => function emit(...input) {
    const claims = reference.deref()
    if (claims === undefined) off()
    else if (claims.take(input)) return true
    return Reflect.apply(below, this, input)
  }
  function on() {
    if (patched && found === process.emit) return void (process.emit = patched)
    found = process.emit
    own = Object.hasOwn(process, 'emit')
    process.emit = patched = newEmit(found)
  }
  function off() {
    if (process.emit !== patched) patched = undefined
    else if (own) process.emit = found
    else delete process.emit
  }
  return { on, off }
})`

/**
 * Errors that nobody caught and rejections that nobody handled: if an environment's code is to blame, they are the end of that
 * environment. All others reach whoever listens, such as the test runner, as if this were not here.
 * Before Node.js 24 an error thrown in a callback of `queueMicrotask` cannot be attributed.
 */
export function errorClaims(current: CurrentScope): Patch {
  const claims: Claims = {
    take([name, error, origin]) {
      if (name !== 'uncaughtException' && name !== 'unhandledRejection' && name !== 'uncaughtExceptionMonitor') return false
      const scope = current()
      if (scope === undefined) return false
      if (scope.isGone) return true
      // The last event of a frozen environment has had its answer, so nobody would hear of this.
      if (scope.events === undefined) return false
      // The monitor is told first, of what comes in a moment.
      if (name === 'uncaughtExceptionMonitor') return true
      scope.isGone = true
      const isRejection = name === 'unhandledRejection' || origin === 'unhandledRejection'
      scope.events.crash(error, isRejection ? 'unhandledRejection' : 'uncaughtException')
      return true
    },
  }
  const newPatch = runInThisContext(patchText, { filename: 'lambdouble/errorClaims.js' }) as NewPatch
  const { on, off } = newPatch(claims)
  // Holds the claims for as long as there is a stage to make them.
  return { on, off, claims } as Patch
}
