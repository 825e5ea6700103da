import { clearTimeout, setTimeout } from 'node:timers'
import { Worker } from 'node:worker_threads'
import type { Ending } from '../ending'
import type { LogLevel, WorkerMessage, WorkerRun, WorkerSettings } from './messages'
import { receiveError } from './sentError'
import { workerText } from './workerText'

/** What a worker wrote while it ran an event; without a level it is text as it went to stdout or stderr. */
export type Write = (text: string, level: LogLevel | undefined) => void

/** One worker with a function's code in it. */
export interface Sandbox {
  /**
   * Runs one event; one at a time.
   * @param limit milliseconds of real time after which the worker is ended; undefined for none. Loading the code comes before that.
   */
  run(run: WorkerRun, limit: number | undefined, write: Write): Promise<Ending>
  /** Ends the worker; a run that is under way ends with it. */
  end(): Promise<void>
}

export interface SandboxSettings extends WorkerSettings {
  readonly variables: Readonly<Record<string, string>>
  /** Megabytes. */
  readonly memorySize: number
  /** Called once, when the worker is gone. */
  readonly onGone: () => void
}

/** Lambda gives the code ten seconds to load, and once more as long as an event may take. */
const loadingLimit = 10_000

/**
 * Starts a worker. It keeps no process alive but while it runs an event. Its heap may grow to the function's MemorySize; what
 * lies outside of V8's heap, such as buffers, is not counted. Node.js 24 does not get through to a loop of nothing but built-in calls
 * (`for (;;) all.push(new Array(1000).fill({}))`): when that has used up the heap, this process ends (observed with 24.21).
 */
export function startSandbox({ variables, memorySize, onGone, ...settings }: SandboxSettings): Sandbox {
  const worker = new Worker(workerText, {
    eval: true,
    workerData: settings satisfies WorkerSettings,
    env: variables,
    // Loaders and flags of this process are none of the function's.
    execArgv: [],
    argv: [],
    stdin: false,
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: memorySize },
  })
  worker.unref()
  // Paths show as they are on Lambda, and this runtime as Lambda's own.
  const cleaned = (text: string) =>
    text.replaceAll(settings.root, '').replaceAll('[worker eval]', 'file:///var/runtime/index.mjs')
  let run: { readonly write: Write; readonly end: (ending: Ending) => void } | undefined
  let gone: Ending | undefined
  let onReady: () => void
  const ready = new Promise<void>((resolve) => (onReady = resolve))
  let early: [text: string, level: LogLevel | undefined][] = []

  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  const write: Write = (text, level) => {
    if (run) run.write(cleaned(text), level)
    else early.push([cleaned(text), level])
  }
  const die = (ending: Ending) => {
    gone ??= ending
    onReady()
    run?.end(gone)
  }
  worker.on('message', (message: WorkerMessage) => {
    switch (message.kind) {
      case 'ready':
        return onReady()
      case 'logged':
        return write(message.text, message.level)
      case 'wrote':
        return write(message.text, undefined)
      case 'ended': {
        const { ending } = message
        const hint = ending.hint === undefined ? {} : { hint: ending.hint }
        if (ending.kind === 'returned') return run?.end({ kind: 'returned', json: ending.json, ...hint })
        return run?.end({ kind: 'threw', error: receiveError(ending.error, cleaned), ...hint })
      }
      case 'noStart':
      case 'crashed':
        return die({ kind: 'noStart', error: receiveError(message.error, cleaned) as Error })
    }
  })
  worker.on('error', (error: NodeJS.ErrnoException | undefined) => {
    if (error?.code === 'ERR_WORKER_OUT_OF_MEMORY') return die({ kind: 'outOfMemory' })
    // Node.js prints what nobody caught before it ends.
    write(`${error?.stack ?? String(error)}\n`, undefined)
    die({ kind: 'exited', code: 1 })
  })
  worker.on('exit', (code) => {
    die({ kind: 'exited', code })
    onGone()
  })

  async function end(): Promise<void> {
    await worker.terminate()
    await exited
  }

  return {
    end,
    async run(event, limit, write) {
      worker.ref()
      // Real timers, whatever a test does to its own: the time-out has to end a loop that never yields.
      let timer: NodeJS.Timeout | undefined
      const timeOut = (after: number) => {
        clearTimeout(timer)
        timer = setTimeout(() => die({ kind: 'timedOut', waitedFor: 'handler' }), after)
      }
      try {
        return await new Promise<Ending>((resolve) => {
          run = { write, end: resolve }
          for (const [text, level] of early) write(text, level)
          early = []
          if (gone) return resolve(gone)
          if (limit !== undefined) timeOut(loadingLimit + limit)
          void ready.then(() => {
            if (gone) return
            if (limit !== undefined) timeOut(limit)
            worker.postMessage(event)
          })
        })
      } finally {
        clearTimeout(timer)
        run = undefined
        worker.unref()
        // What has died, or has had its time, is never used again.
        if (gone) await end()
      }
    },
  }
}
