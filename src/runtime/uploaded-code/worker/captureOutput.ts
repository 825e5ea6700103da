import { format } from 'node:util'
import type { LogLevel, WorkerMessage } from '../messages'

const levels = [
  ['log', 'INFO'],
  ['info', 'INFO'],
  ['trace', 'TRACE'],
  ['debug', 'DEBUG'],
  ['warn', 'WARN'],
  ['error', 'ERROR'],
] as const satisfies readonly (readonly [string, LogLevel])[]

/** Sends what is written to the console, stdout and stderr to the log of the run instead. */
export function captureOutput(say: (message: WorkerMessage) => void): void {
  const methods = levels.map(([method, level]) => {
    const log = (...parts: readonly unknown[]) => say({ kind: 'logged', level, text: format(...parts) })
    return [method, log] as const
  })
  Object.assign(console, Object.fromEntries(methods))
  const write = (chunk: unknown, ...rest: readonly unknown[]) => {
    say({ kind: 'wrote', text: typeof chunk === 'string' ? chunk : Buffer.from(chunk as Uint8Array).toString() })
    const written = rest.find((each) => typeof each === 'function') as ((error?: Error) => void) | undefined
    if (written) process.nextTick(written)
    return true
  }
  process.stdout.write = write
  process.stderr.write = write
}
