import { parentPort, workerData } from 'node:worker_threads'
import type { Handler } from '../../../state/functionRecord'
import { callHandler, openAnswer } from '../../callHandler'
import type { Context } from '../../context'
import type { Ending } from '../../ending'
import { declaresCallback } from '../../profile'
import { callbackHandlerDeprecated, newRuntimeError } from '../../runtimeError'
import type { SentEnding, WorkerMessage, WorkerRun, WorkerSettings } from '../messages'
import { sendError } from '../sentError'
import { captureOutput } from './captureOutput'
import { loadHandler } from './loadHandler'
import { prepareModules } from './prepareModules'

/**
 * What runs in a worker: loads the handler of uploaded code once, then runs one event after the other.
 * Bundled into workerText.ts by `npm run generate`; nothing imports it.
 */
export async function main(): Promise<void> {
  const port = parentPort!
  const say = (message: WorkerMessage) => port.postMessage(message)
  const settings = workerData as WorkerSettings
  const { root, profile } = settings
  captureOutput(say)
  if (profile === 'node22') reportCrashes(say)
  prepareModules(root)
  process.cwd = () => `${root}/var/task`
  // The events come in here; while the handler is loading they wait.
  const handler = await loadHandler(settings).catch((error: unknown) => {
    say({ kind: 'noStart', error: sendError(error) })
    return undefined
  })
  if (handler === undefined) return
  if (profile === 'node24' && declaresCallback(handler)) {
    return say({ kind: 'noStart', error: sendError(callbackHandlerDeprecated()) })
  }
  port.on('message', (run: WorkerRun) => {
    void runOnce(run, handler, settings).then((ending) => say({ kind: 'ended', ending }))
  })
  say({ kind: 'ready' })
}

async function runOnce(run: WorkerRun, handler: Handler, { profile }: WorkerSettings): Promise<SentEnding> {
  const from = process.hrtime.bigint()
  const elapsed = () => Number(process.hrtime.bigint() - from) / 1e6
  if (run.traceHeader === undefined) delete process.env._X_AMZN_TRACE_ID
  else process.env._X_AMZN_TRACE_ID = run.traceHeader
  const answer = openAnswer(profile)
  const { done, succeed, fail } = answer
  const callbacks = profile === 'node22' ? { done, succeed, fail, callbackWaitsForEmptyEventLoop: true } : {}
  const getRemainingTimeInMillis = () => Math.floor(run.timeout - elapsed())
  const context = { ...run.context, getRemainingTimeInMillis, ...callbacks } as unknown as Context
  // The time-out is the business of whoever started this worker: from in here an endless loop could not be ended.
  const limit = undefined
  return sent(await callHandler(JSON.parse(run.event), { handler, context, profile, answer, limit, elapsed }))
}

function sent(ending: Ending): SentEnding {
  if (ending.kind === 'returned') return { kind: 'returned', json: ending.json, hint: ending.hint }
  if (ending.kind === 'threw') return { kind: 'threw', error: sendError(ending.error), hint: ending.hint }
  throw new Error(`A handler cannot end as ${ending.kind}.`)
}

/** Up to nodejs22.x the runtime says what ended it, and with which number (source of the runtime interface client). */
function reportCrashes(say: (message: WorkerMessage) => void): void {
  process.on('uncaughtException', (error) => {
    say({ kind: 'crashed', error: sendError(error) })
    process.exit(129)
  })
  process.on('unhandledRejection', (reason) => {
    const text = reason instanceof Error ? reason.toString() : String(reason)
    const error = newRuntimeError('Runtime.UnhandledPromiseRejection', text, 'node22')
    if (reason instanceof Error && reason.stack !== undefined) {
      error.stack = [error.stack, ...reason.stack.split('\n').slice(1)].join('\n')
    }
    say({ kind: 'crashed', error: sendError(error) })
    process.exit(128)
  })
}
