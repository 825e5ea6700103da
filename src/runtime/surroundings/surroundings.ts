import type { CodeEvents, EnvironmentVariables, Scope } from './scope'
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
  /** The handler has come to its end, perhaps long after the event has. With it the event is over at the latest. */
  finished(): void
  /** The event has ended, and the environment with it if it is gone. */
  leave(isGone: boolean): void
}

const traceVariable = '_X_AMZN_TRACE_ID'

/** @param staysInPlace whether what is global stays changed between runs, until the close */
export function createSurroundings(staysInPlace = false): Surroundings {
  let own = staysInPlace ? createStage() : undefined
  const letGo = own?.hold()
  const stays = new Set<() => void>()

  function stay(stage: Stage, scope: Scope): Stay {
    const presence = stage.enter()
    let isFinished = false
    let isOver = false
    const end = () => {
      presence.end(scope.isGone)
      stays.delete(end)
    }
    stays.add(end)
    function leave(isGone: boolean): void {
      scope.isGone ||= isGone
      // By now the environment may be at work on another event.
      if (!isOver) scope.events = undefined
      isOver = true
      // What is at work in an environment that is gone must do no more harm. In one that is frozen it stands still, on Lambda.
      if (scope.isGone && !isFinished) presence.leave()
      else end()
    }

    return {
      within: (task) => stage.within(scope, task),
      finished() {
        isFinished = true
        leave(false)
      },
      leave,
    }
  }

  return {
    around(variables) {
      let stage: Stage
      let trace: string | undefined
      let made: EnvironmentVariables | undefined
      const make = (variables: (outside: NodeJS.ProcessEnv) => Record<string, string>) => () => {
        if (made === undefined) {
          made = { own: variables(stage.outsideEnv()), deleted: new Set() }
          if (trace !== undefined) made.own[traceVariable] = trace
        }
        return made
      }
      const scope: Scope = { variables: variables && make(variables), events: undefined, isGone: false }
      return {
        get isGone() {
          return scope.isGone
        },
        begin(events, traceHeader) {
          stage = stageInUse() ?? (own ??= createStage())
          trace = traceHeader
          if (made && trace !== undefined) made.own[traceVariable] = trace
          scope.events = events
          return stay(stage, scope)
        },
      }
    },
    close() {
      for (const end of stays) end()
      letGo?.()
    },
  }
}
