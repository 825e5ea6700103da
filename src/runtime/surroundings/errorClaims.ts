import { runInThisContext } from 'node:vm'
import type { CurrentScope } from './scope'

/** Decides whether an event of the process is an environment's own. */
interface Claims {
  take(input: readonly unknown[]): boolean
}

/** Puts itself before `process.emit`. Gives the way back. */
type Install = (claims: Claims) => () => void

/**
 * Made in the process's own realm: in Jest tests see another `process` than the one that errors are told of. As text, since it can
 * outlive a test file of Jest's, whose modules Jest wants to forget; for the same reason it holds the claims weakly.
 */
const installText = `(function (claims) {
  const reference = new WeakRef(claims)
  const own = Object.getOwnPropertyDescriptor(process, 'emit')
  const found = process.emit
  function emit(...input) {
    const claims = reference.deref()
    if (claims === undefined) undo()
    else if (claims.take(input)) return true
    return Reflect.apply(found, this, input)
  }
  function undo() {
    if (process.emit !== emit) return
    if (own) Object.defineProperty(process, 'emit', own)
    else delete process.emit
  }
  process.emit = emit
  return undo
})`

/**
 * Errors that nobody caught and rejections that nobody handled: if an environment's code is to blame, they are the end of that
 * environment. All others reach whoever listens, such as the test runner, as if this were not here.
 * Before Node.js 24 an error thrown in a callback of `queueMicrotask` cannot be attributed.
 */
export function createErrorClaims(current: CurrentScope): () => () => void {
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
  let install: Install | undefined
  return () => {
    install ??= runInThisContext(installText, { filename: 'lambdouble/errorClaims.js' }) as Install
    return install(claims)
  }
}
