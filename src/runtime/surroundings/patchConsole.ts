import type { LogLevel } from '../logFormat'
import type { CurrentScope } from './scope'
import { swapMethod } from './swapMethod'

const levels = [
  ['trace', 'TRACE'],
  ['debug', 'DEBUG'],
  ['log', 'INFO'],
  ['info', 'INFO'],
  ['warn', 'WARN'],
  ['error', 'ERROR'],
] as const satisfies readonly (readonly [keyof Console, LogLevel])[]

/** Set while a line is on its way to the real console, which may be made of other methods and streams that are patched too. */
export interface Echo {
  isUnderway: boolean
}

/**
 * What an environment's code says to `console` is noted for its log, and then said to the console that was there, be it a spy.
 * Gives the way back. The functions are new each time: a spy that was put upon the last ones may still lead to them.
 */
export function patchConsole(current: CurrentScope, echo: Echo): () => void {
  const undo = levels.map(([name, level]) => {
    const found: (...input: unknown[]) => void = console[name]
    return swapMethod(console, name, function (this: unknown, ...input: unknown[]) {
      const events = echo.isUnderway ? undefined : current()?.events
      if (events === undefined) return Reflect.apply(found, this, input)
      events.log(level, input)
      echo.isUnderway = true
      try {
        return Reflect.apply(found, this, input)
      } finally {
        echo.isUnderway = false
      }
    })
  })
  return () => undo.forEach((step) => step())
}
