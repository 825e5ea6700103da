import type { Clock } from '../clock/clock'
import type { Handler } from '../state/functionRecord'
import { isStreaming } from '../state/handlerMark'
import { callHandler, type Answer, type HandlerCall } from './callHandler'
import { createCodeLog } from './codeLog'
import type { Context } from './context'
import { crash } from './crash'
import { isFailure, type Ending, type Failure } from './ending'
import type { Environment } from './environments'
import { endsEnvironment } from './failures'
import type { RunRecord } from './invocation'
import { callStreaming } from './streaming/callStreaming'
import type { ChunkSink } from './streaming/chunkSink'
import { openBody } from './streaming/streamedBody'

/** A run as it is before it has a place. */
export interface CodeRun {
  readonly handler: Handler
  readonly run: RunRecord
  readonly context: Context
  readonly answer: Answer
  /** Milliseconds of real time that the handler may take; undefined for no limit. */
  readonly limit: number | undefined
  /** Milliseconds since the run began. */
  readonly elapsed: () => number
}

/** Where a handler runs, and where what it writes to a stream goes. */
export interface CodePlace {
  readonly environment: Environment
  readonly clock: Clock
  readonly sink: ChunkSink | undefined
}

/** Runs a handler among the surroundings of its environment, up to its answer, its time-out or its crash. */
export async function runCode(event: unknown, code: CodeRun, { environment, clock, sink }: CodePlace): Promise<Ending> {
  const { handler, run, context, answer, limit, elapsed } = code
  const { profile } = run
  // Until Node.js 22 async contexts make every promise dearer: those of all who wait for this run are made first, without any.
  await Promise.resolve()
  const log = createCodeLog(run.lines, run.format, run, () => clock.now())
  const fail = (failure: Failure) => {
    if (answer.isOpen()) answer.end(failure)
  }
  const stay = environment.space.begin(
    {
      log: log.log,
      write: log.write,
      exit: (code) => fail({ kind: 'exited', code }),
      crash: (error, origin) => fail(crash(error, origin, profile)),
    },
    run.traceHeader,
  )
  const { within, finished } = stay
  const body = isStreaming(handler) ? openBody(answer, sink, within) : undefined
  const start = body && ((event: unknown, call: HandlerCall) => callStreaming(event, call, stay, body))
  const call: HandlerCall = { handler, context, profile, answer, limit, elapsed, within, finished, start }
  const ending = await callHandler(event, call)
  log.finish()
  stay.leave(isFailure(ending) && endsEnvironment(ending))
  return ending
}
