import type { LogFormat, LogLevel, LogSource } from './logFormat'

/** Takes down what code says while it runs. */
export interface CodeLog {
  log(level: LogLevel, input: readonly unknown[]): void
  /** Text that is no message, such as a line written to stdout. */
  write(text: string): void
  /** Takes down the last line even though it was not finished. */
  finish(): void
}

/** Puts lines into `lines`, as the function's log format has them. */
export function createCodeLog(lines: string[], format: LogFormat, source: LogSource, now: () => number): CodeLog {
  let unfinished = ''
  return {
    log(level, input) {
      const line = format.message(source, now(), level, input)
      if (line !== undefined) lines.push(line)
    },
    write(text) {
      const written = (unfinished + text).split('\n')
      unfinished = written.pop()!
      lines.push(...written)
    },
    finish() {
      if (unfinished !== '') lines.push(unfinished)
      unfinished = ''
    },
  }
}
