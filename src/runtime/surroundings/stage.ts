import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate } from 'node:timers'
import { consolePatches, outputPatch } from './consolePatch'
import { envPatch } from './envPatch'
import { errorClaims } from './errorClaims'
import { exitPatch } from './exitPatch'
import type { Patch, Scope } from './scope'

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
  /** Has what is global stay changed while no handler runs as well, but for the async context. @returns what ends that */
  hold(): () => void
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
  const echo = { isUnderway: false }
  const stage: Stage = { within, outsideEnv: () => env.outside(), enter, hold }
  const env = envPatch(current)
  const outputs = [process.stdout, process.stderr].map((stream) => outputPatch(stream, current, echo))
  const seen = shared(env, ...outputs, ...consolePatches(current, echo))
  const exit = shared(exitPatch(current, { [stageKey]: stage }))
  const claims = shared(errorClaims(current))
  let listening = 0

  function within<Result>(scope: Scope, task: () => Result): Result {
    return listening > 0 ? storage.run(scope, task) : task()
  }

  function enter(): Presence {
    listening++
    claims.on()
    exit.on()
    seen.on()
    let isRunning = true
    let isPresent = true

    function leave(): void {
      if (!isRunning) return
      isRunning = false
      seen.off()
    }

    function end(isGone: boolean): void {
      leave()
      if (!isPresent) return
      isPresent = false
      exit.off()
      if (isGone) nextTurn(stopListening)
      else stopListening()
    }

    return { leave, end }
  }

  function stopListening(): void {
    claims.off()
    if (--listening === 0) storage.disable()
  }

  function hold(): () => void {
    const all = [claims, exit, seen]
    for (const patch of all) patch.on()
    return () => {
      for (const patch of all) patch.off()
    }
  }

  return stage
}

/** Patches that are on as long as somebody needs them. */
function shared(...patches: readonly Patch[]): Patch {
  let users = 0
  return {
    on() {
      if (users++ === 0) for (const patch of patches) patch.on()
    },
    off() {
      if (--users === 0) for (const patch of patches) patch.off()
    },
  }
}
