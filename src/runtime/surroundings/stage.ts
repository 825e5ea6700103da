import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate } from 'node:timers'
import { createErrorClaims } from './errorClaims'
import { patchConsole } from './patchConsole'
import { patchEnv, type PatchedEnv } from './patchEnv'
import { patchExit } from './patchExit'
import { patchOutput } from './patchOutput'
import type { Scope } from './scope'

/**
 * Where everything global is changed that the code of environments sees in another way than everybody else, and the async context
 * that tells the one from the other. While no handler runs nothing is changed. Async contexts make every promise dearer up to
 * Node.js 22, so that they are off then as well.
 */
export interface Stage {
  /** Runs `task` as the code of an environment. */
  within<Result>(scope: Scope, task: () => Result): Result
  /** What `process.env` is outside of all environments. */
  outsideEnv(): NodeJS.ProcessEnv
  /** A run begins. The way back is taken in two steps, each as often as one likes. */
  enter(): Presence
}

/** One run on a stage. */
export interface Presence {
  /** The run has ended, and its code sees the world as everybody does. */
  leave(): void
  /**
   * Its code is at its end as well. Until then it is kept from ending the process, or from failing a test of somebody else.
   * @param isGone Node.js tells of a rejection after the promises of this turn: what is left of a crash is still to be awaited
   */
  end(isGone: boolean): void
}

// Kept from before anybody fakes timers.
const nextTurn = setImmediate

/** Registered, so that other doubles, and other copies of this package, find the stage that is in use. */
const stageKey = Symbol.for('lambdouble.stage')

/** The stage that some double is using now. */
export function stageInUse(): Stage | undefined {
  return (process.exit as { readonly [stageKey]?: Stage })[stageKey]
}

export function createStage(): Stage {
  const storage = new AsyncLocalStorage<Scope>()
  const current = () => storage.getStore()
  const claimErrors = createErrorClaims(current)
  const echo = { isUnderway: false }
  let running = 0
  let present = 0
  let listening = 0
  let env: PatchedEnv | undefined
  let undoSeen: (() => void)[] = []
  let undoExit = () => {}
  let undoClaims = () => {}

  function begin(): void {
    if (listening++ === 0) undoClaims = claimErrors()
    if (present++ === 0) undoExit = patchExit(current, { [stageKey]: stage })
    if (running++ > 0) return
    env = patchEnv(current)
    const outputs = [process.stdout, process.stderr].map((stream) => patchOutput(stream, current, echo))
    undoSeen = [() => env?.undo(), patchConsole(current, echo), ...outputs]
  }

  function leave(): void {
    if (--running > 0) return
    for (const step of undoSeen) step()
    env = undefined
  }

  function end(isGone: boolean): void {
    if (--present === 0) undoExit()
    if (isGone) nextTurn(stopListening)
    else stopListening()
  }

  function stopListening(): void {
    if (--listening > 0) return
    undoClaims()
    storage.disable()
  }

  const stage: Stage = {
    within: (scope, task) => (listening > 0 ? storage.run(scope, task) : task()),
    outsideEnv: () => env?.outside() ?? process.env,
    enter() {
      begin()
      let isRunning = true
      let isPresent = true
      const presence: Presence = {
        leave() {
          if (isRunning) leave()
          isRunning = false
        },
        end(isGone) {
          presence.leave()
          if (isPresent) end(isGone)
          isPresent = false
        },
      }
      return presence
    },
  }
  return stage
}
