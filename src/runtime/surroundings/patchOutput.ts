import type { Echo } from './patchConsole'
import type { CurrentScope } from './scope'
import { swapMethod } from './swapMethod'

/** What an environment's code writes to stdout or stderr is noted for its log, and written. Gives the way back. */
export function patchOutput(stream: NodeJS.WriteStream, current: CurrentScope, echo: Echo): () => void {
  const found = stream.write as (...input: unknown[]) => boolean
  return swapMethod(stream, 'write', function (this: unknown, ...input: unknown[]) {
    const events = echo.isUnderway ? undefined : current()?.events
    const [chunk] = input
    if (typeof chunk === 'string') events?.write(chunk)
    else if (ArrayBuffer.isView(chunk)) events?.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString())
    return Reflect.apply(found, this, input)
  } as NodeJS.WriteStream['write'])
}
