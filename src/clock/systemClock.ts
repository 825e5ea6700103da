import type { Clock, Scheduled } from './clock'

/** The machine's own time. Its timers never keep the process alive. */
export function createSystemClock(): Clock {
  const waiting = new Set<Scheduled>()
  const running = new Set<Promise<void>>()

  function schedule(at: number, task: () => void | Promise<void>): Scheduled {
    const timer = setTimeout(
      () => {
        waiting.delete(scheduled)
        const run = Promise.resolve(task()).finally(() => running.delete(run))
        running.add(run)
      },
      Math.max(0, at - Date.now()),
    )
    timer.unref()
    const scheduled: Scheduled = {
      at,
      cancel() {
        clearTimeout(timer)
        waiting.delete(scheduled)
      },
    }
    waiting.add(scheduled)
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
    schedule,
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
      for (const task of waiting) task.cancel()
    },
  }
}
