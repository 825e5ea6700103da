import { isStreaming } from '../state/handlerMark'
import { callHandler, type HandlerCall } from './callHandler'
import type { CodeLog } from './codeLog'
import { crash } from './crash'
import { isFailure, type Ending, type Failure } from './ending'
import type { Environment } from './environments'
import { endsEnvironment } from './failures'
import { callStreaming } from './streaming/callStreaming'
import type { ChunkSink } from './streaming/chunkSink'
import { openBody } from './streaming/streamedBody'

/** Where a handler runs, and where what it says goes. */
export interface CodePlace {
  readonly environment: Environment
  readonly log: CodeLog
  readonly traceHeader: string | undefined
  readonly sink: ChunkSink | undefined
}

/** A run as it is before it has a place. */
export type CodeRun = Omit<HandlerCall, 'within' | 'finished' | 'start'>

/** Runs a handler among the surroundings of its environment, up to its answer, its time-out or its crash. */
export async function runCode(event: unknown, run: CodeRun, place: CodePlace): Promise<Ending> {
  const { answer, handler, profile } = run
  const { environment, log, traceHeader, sink } = place
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
    traceHeader,
  )
  const { within, finished } = stay
  const body = isStreaming(handler) ? openBody(answer, sink, within) : undefined
  const start = body && ((event: unknown, call: HandlerCall) => callStreaming(event, call, stay, body))
  const { context, limit, elapsed } = run
  const call: HandlerCall = { handler, context, profile, answer, limit, elapsed, within, finished, start }
  const ending = await callHandler(event, call)
  log.finish()
  stay.leave(isFailure(ending) && endsEnvironment(ending))
  return ending
}
