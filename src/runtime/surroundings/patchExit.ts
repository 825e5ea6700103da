import type { CurrentScope } from './scope'
import { swapMethod } from './swapMethod'

type Exit = typeof process.exit

/** `process.exit` of an environment's code ends its event, not this process. Gives the way back. */
export function patchExit(current: CurrentScope, mark: object): () => void {
  const found = process.exit
  const exit: Exit = (given) => {
    const scope = current()
    if (scope === undefined) return found.call(process, given)
    const code = Number(given ?? process.exitCode ?? 0)
    scope.isGone = true
    scope.events?.exit(code)
    // Nothing after the call may run. What becomes of this error is of no interest: it comes from an environment that is gone.
    throw new Error(`process.exit(${code}) has ended the environment of this code.`)
  }
  return swapMethod(process, 'exit', Object.assign(exit, mark))
}
