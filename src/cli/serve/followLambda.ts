import type { MockLambda } from '../../double/mock'
import type { CallLines } from '../callLines'
import type { Paint } from '../colours'
import type { Terminal } from '../command'
import { oneLine } from '../oneLine'

/** How much of a line that a handler logs is printed. */
const longestLog = 2_000

/** Prints each call as it ends. @returns what stops it */
export function followLambda(
  { inspection }: MockLambda,
  {
    terminal,
    paint,
    lines,
    isVerbose,
  }: { readonly terminal: Terminal; readonly paint: Paint; readonly lines: CallLines; readonly isVerbose: boolean },
): () => void {
  // Lines of one turn of the event loop are written at once: a write is slow, and requests come in flocks.
  let waiting: string[] = []
  const write = () => {
    if (waiting.length > 0) terminal.print(waiting.join('\n'))
    waiting = []
  }
  const print = (line: string) => {
    if (waiting.push(line) === 1) setImmediate(write)
  }
  const stop = inspection.follow((...[kind, view]) => {
    switch (kind) {
      case 'call':
        return print(lines.call(view))
      case 'invocation':
        if (isVerbose)
          for (const line of view.logs) print(`${' '.repeat(14)}${paint(`| ${oneLine(line.trimEnd(), longestLog)}`, 'dim')}`)
        // The line of its call tells of a run that somebody waits for.
        if (view.type === 'Event') print(lines.run(view))
        return
      case 'delivery':
        return print(lines.delivery(view))
      case 'reset':
        return print(paint('The state was reset.', 'yellow'))
    }
  })
  return () => {
    stop()
    write()
  }
}
