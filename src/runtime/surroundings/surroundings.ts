import { newScopedEnv } from './scopedEnv'
import type { CodeEvents, Scope } from './scope'
import { createStage, stageInUse, type Presence, type Stage } from './stage'

/** What stands around the code of one execution environment: its `process.env`, its log, its end. */
export interface Surroundings {
  /** Starts an event in it. */
  begin(events: CodeEvents, traceHeader: string | undefined): Stay
}

/** One event in its surroundings. */
export interface Stay {
  /** Runs something as code of the environment. */
  within<Result>(task: () => Result): Result
  /** To be called when the handler's promise has settled, however late. */
  settled(): void
  /** The event has ended, and the environment with it if it is gone. */
  leave(isGone: boolean): void
}

/** The surroundings of all environments of one double. */
export interface SurroundingsMaker {
  /** @param variables of the environment's own; undefined if its code sees those of this process alone */
  make(variables: (() => Record<string, string>) | undefined): Surroundings
  /** Takes everything global back, also from handlers that are still at work. */
  close(): void
}

const traceVariable = '_X_AMZN_TRACE_ID'

export function createSurroundings(): SurroundingsMaker {
  let own: Stage | undefined
  const present = new Set<Presence>()

  function make(variables: (() => Record<string, string>) | undefined): Surroundings {
    let stage: Stage
    let trace: string | undefined
    const scope: Scope = {
      newEnv: variables && (() => newScopedEnv({ ...variables(), ...(trace && { [traceVariable]: trace }) }, () => stage.outsideEnv())),
      env: undefined,
      events: undefined,
      isGone: false,
    }
    return {
      begin(events, traceHeader) {
        stage = stageInUse() ?? (own ??= createStage())
        trace = traceHeader
        if (scope.env && traceHeader !== undefined) scope.env[traceVariable] = traceHeader
        scope.events = events
        return stay(stage, scope)
      },
    }
  }

  function stay(stage: Stage, scope: Scope): Stay {
    const presence = stage.enter()
    present.add(presence)
    let isSettled = false
    const end = () => {
      presence.end()
      present.delete(presence)
    }
    return {
      within: (task) => stage.within(scope, task),
      settled() {
        isSettled = true
        // The run may have ended long before.
        if (scope.events === undefined) end()
      },
      leave(isGone) {
        scope.events = undefined
        scope.isGone ||= isGone
        // What is left at work in an environment that is gone does no more harm; in one that is frozen it stands still on Lambda.
        if (scope.isGone && !isSettled) presence.leave()
        else end()
      },
    }
  }

  return {
    make,
    close() {
      for (const presence of present) presence.end()
      present.clear()
    },
  }
}
