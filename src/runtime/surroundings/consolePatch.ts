import type { LogLevel } from '../logFormat'
import { methodPatch } from './methodPatch'
import type { CurrentScope, Patch } from './scope'

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

/** What an environment's code says to `console` is noted for its log, and then said to the console that was there, be it a spy. */
export function consolePatches(current: CurrentScope, echo: Echo): Patch[] {
  return levels.map(([name, level]) =>
    methodPatch(
      console,
      name,
      (found) =>
        function (...input) {
          const events = echo.isUnderway ? undefined : current()?.events
          if (events === undefined) return found(this, input)
          events.log(level, input)
          echo.isUnderway = true
          try {
            return found(this, input)
          } finally {
            echo.isUnderway = false
          }
        },
    ),
  )
}

/** What an environment's code writes to stdout or stderr is noted for its log, and written. */
export function outputPatch(stream: NodeJS.WriteStream, current: CurrentScope, echo: Echo): Patch {
  return methodPatch(
    stream,
    'write',
    (found) =>
      function (...input) {
        const events = echo.isUnderway ? undefined : current()?.events
        const [chunk] = input
        if (typeof chunk === 'string') events?.write(chunk)
        else if (ArrayBuffer.isView(chunk))
          events?.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString())
        return found(this, input)
      },
  )
}
