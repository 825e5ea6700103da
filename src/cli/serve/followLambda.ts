import { callView } from '../../double/inspection/callView'
import { deliveryView, invocationView } from '../../double/inspection/runView'
import type { MockLambda } from '../../double/mock'
import type { Happening } from '../../double/watch'
import type { CallLines } from '../callLines'
import type { Paint } from '../colours'
import type { Terminal } from '../command'
import { oneLine } from '../oneLine'

/** Milliseconds between two writes; nobody sees the difference. */
const pause = 10

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
  // Lines are written at once, but those of a flock of requests together: a write is slow.
  let waiting: string[] = []
  let written = 0
  const write = () => {
    if (waiting.length > 0) terminal.print(waiting.join('\n'))
    waiting = []
    written = performance.now()
  }
  const print = (line: string) => {
    if (waiting.push(line) > 1) return
    if (performance.now() - written > pause) setImmediate(write)
    else setTimeout(write, pause)
  }
  const call = (happening: Happening & { kind: 'call' }) => {
    const head = happening.head()
    // Of most calls nothing has to be decoded.
    print(lines.call(isVerbose || head.functionError !== undefined ? callView(happening.entry()) : head))
  }
  const invocation = ({ type, entry }: Happening & { kind: 'invocation' }) => {
    // The line of its call tells of a run that somebody waits for.
    if (!isVerbose && type !== 'Event') return
    const view = invocationView(entry())
    if (isVerbose)
      for (const line of view.logs) print(`${' '.repeat(14)}${paint(`| ${oneLine(line.trimEnd(), longestLog)}`, 'dim')}`)
    if (type === 'Event') print(lines.run(view))
  }
  const stop = inspection.watch((happening) => {
    switch (happening.kind) {
      case 'call':
        return call(happening)
      case 'invocation':
        return invocation(happening)
      case 'delivery':
        return print(lines.delivery(deliveryView(happening.entry())))
      case 'reset':
        return print(paint('The state was reset.', 'yellow'))
    }
  })
  return () => {
    stop()
    write()
  }
}
