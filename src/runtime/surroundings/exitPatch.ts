import { methodPatch } from './methodPatch'
import type { CurrentScope, Patch } from './scope'

/** `process.exit` of an environment's code ends its event, not this process. */
export function exitPatch(current: CurrentScope, mark: object): Patch {
  return methodPatch(process, 'exit', (found) => {
    function exit(this: unknown, ...input: unknown[]) {
      const scope = current()
      if (scope === undefined) return found(this, input)
      const code = Number(input[0] ?? process.exitCode ?? 0)
      scope.isGone = true
      scope.events?.exit(code)
      // Nothing after the call may run. What becomes of this error is of no interest: it comes from an environment that is gone.
      throw new Error(`process.exit(${code}) has ended the environment of this code.`)
    }
    return Object.assign(exit, mark)
  })
}
