import type { Clock, Scheduled } from './clock'

/** Node runs a timer at once that is set for longer, about 25 days. */
const longestTimer = 2_147_483_647

/** The machine's own time. Its timers never keep the process alive. */
export function createSystemClock(): Clock {
  const waiting = new Set<Scheduled>()
  const limits = new Set<Scheduled>()
  const running = new Set<Promise<void>>()

  function add(tasks: Set<Scheduled>, at: number, task: () => void | Promise<void>): Scheduled {
    let timer: NodeJS.Timeout
    const wait = () => {
      const left = at - Date.now()
      timer = setTimeout(left > longestTimer ? wait : start, Math.min(Math.max(0, left), longestTimer))
      timer.unref()
    }
    const start = () => {
      tasks.delete(scheduled)
      const run = Promise.resolve(task()).finally(() => running.delete(run))
      running.add(run)
    }
    wait()
    const scheduled: Scheduled = {
      at,
      cancel() {
        clearTimeout(timer)
        tasks.delete(scheduled)
      },
    }
    tasks.add(scheduled)
    return scheduled
  }

  const sleep = (milliseconds: number, signal?: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason as Error)
      const giveUp = () => {
        clearTimeout(timer)
        reject(signal!.reason as Error)
      }
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', giveUp)
        resolve()
      }, milliseconds)
      signal?.addEventListener('abort', giveUp, { once: true })
    })

  return {
    now: () => Date.now(),
    schedule: (at, task) => add(waiting, at, task),
    limit: (at, task) => add(limits, at, task),
    sleep,
    advance: (milliseconds) => sleep(milliseconds),
    async settle() {
      while (waiting.size > 0 || running.size > 0) {
        if (running.size > 0) await Promise.allSettled(running)
        else await sleep(Math.max(0, Math.min(...[...waiting].map((task) => task.at)) - Date.now()))
      }
    },
    stopwatch() {
      const start = performance.now()
      return () => performance.now() - start
    },
    clear() {
      for (const task of [...waiting, ...limits]) task.cancel()
    },
  }
}
