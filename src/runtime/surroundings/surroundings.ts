import { newScopedEnv } from './scopedEnv'
import type { CodeEvents, Scope } from './scope'
import { createStage, stageInUse, type Stage } from './stage'

/** What the code of all environments of one double sees around itself. */
export interface Surroundings {
  /** @param variables of the environment's own, given those of this process; undefined if its code sees the latter alone */
  around(variables: ((outside: NodeJS.ProcessEnv) => Record<string, string>) | undefined): CodeSpace
  /** Takes everything global back, also from handlers that are still at work. */
  close(): void
}

/** What the code of one execution environment takes for its process. */
export interface CodeSpace {
  /** It crashed while it was frozen: it cannot be used again. */
  readonly isGone: boolean
  /** Starts an event in it. */
  begin(events: CodeEvents, traceHeader: string | undefined): Stay
}

/** One event in the space of an environment. */
export interface Stay {
  /** Runs something as code of the environment. */
  within<Result>(task: () => Result): Result
  /** To be called when the handler's promise has settled, however late. */
  settled(): void
  /** The event has ended, and the environment with it if it is gone. */
  leave(isGone: boolean): void
}

const traceVariable = '_X_AMZN_TRACE_ID'

export function createSurroundings(): Surroundings {
  let own: Stage | undefined
  const stays = new Set<() => void>()

  function stay(stage: Stage, scope: Scope): Stay {
    const presence = stage.enter()
    let isSettled = false
    const end = () => {
      presence.end(scope.isGone)
      stays.delete(end)
    }
    stays.add(end)
    return {
      within: (task) => stage.within(scope, task),
      settled() {
        isSettled = true
        // The event may have ended long before.
        if (scope.events === undefined) end()
      },
      leave(isGone) {
        scope.events = undefined
        scope.isGone ||= isGone
        // What is at work in an environment that is gone must do no more harm. In one that is frozen it stands still, on Lambda.
        if (scope.isGone && !isSettled) presence.leave()
        else end()
      },
    }
  }

  return {
    around(variables) {
      let stage: Stage
      let trace: string | undefined
      const newEnv = (make: NonNullable<typeof variables>) => () => {
        const outside = () => stage.outsideEnv()
        return newScopedEnv({ ...make(outside()), ...(trace && { [traceVariable]: trace }) }, outside)
      }
      const scope: Scope = { newEnv: variables && newEnv(variables), env: undefined, events: undefined, isGone: false }
      return {
        get isGone() {
          return scope.isGone
        },
        begin(events, traceHeader) {
          stage = stageInUse() ?? (own ??= createStage())
          trace = traceHeader
          if (scope.env && traceHeader !== undefined) scope.env[traceVariable] = traceHeader
          scope.events = events
          return stay(stage, scope)
        },
      }
    },
    close() {
      for (const end of stays) end()
    },
  }
}
