import { setImmediate } from 'node:timers'
import type { Clock, Scheduled } from './clock'
import { createTaskQueue, type TaskQueue } from './taskQueue'

// Kept from before anybody fakes timers: the next turn of the event loop must come under Jest's, Vitest's and sinon's fakes too.
const nextTurn = setImmediate

/** A clock that stands still until somebody sleeps on it or advances it. */
export function createVirtualClock(start: number): Clock {
  let now = start
  const background = createTaskQueue()
  const limits = createTaskQueue()
  const sleepers = createTaskQueue()
  let turnPlanned = false
  let passing: Promise<void> | undefined

  /** The queue whose earliest task comes next; work goes before a limit of the same time. */
  function nextQueue(): TaskQueue {
    const limit = limits.peek()
    return limit && limit.at < (background.peek()?.at ?? Infinity) ? limits : background
  }

  /**
   * Runs in the background, in order of time, what is due until `end`. One passage at a time: who calls meanwhile waits.
   * A task that sleeps past `end` takes the clock with it.
   */
  async function passTo(end: number): Promise<void> {
    while (passing) await passing
    const passage = (async () => {
      for (;;) {
        const queue = nextQueue()
        const task = queue.peek()
        if (task === undefined || task.at > Math.max(end, now)) break
        queue.take()
        now = Math.max(now, task.at)
        await task.run()
      }
      now = Math.max(now, end)
    })()
    passing = passage
    try {
      await passage
    } finally {
      passing = undefined
    }
  }

  /** On the next turn: runs what is due, or lets the earliest sleeper go on, whichever comes first in virtual time. */
  function planTurn(): void {
    if (turnPlanned) return
    turnPlanned = true
    nextTurn(() => {
      turnPlanned = false
      const sleeper = sleepers.peek()
      const due = nextQueue().peek()
      // A passage under way may itself wait for a sleeper, so it never holds one up.
      if (!passing && due && due.at <= Math.max(now, sleeper?.at ?? now)) void passTo(due.at)
      else if (sleeper) {
        now = Math.max(now, sleeper.at)
        void sleepers.take()!.run()
      }
      if (sleepers.size > 0) planTurn()
    })
  }

  function add(queue: TaskQueue, at: number, task: () => void | Promise<void>): Scheduled {
    const scheduled = queue.add(at, task)
    if (at <= now) planTurn()
    return scheduled
  }

  return {
    now: () => now,
    schedule: (at, task) => add(background, at, task),
    limit: (at, task) => add(limits, at, task),
    sleep(milliseconds, signal) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason as Error)
        const giveUp = () => {
          task.cancel()
          reject(signal!.reason as Error)
        }
        const task = sleepers.add(now + milliseconds, () => {
          signal?.removeEventListener('abort', giveUp)
          resolve()
        })
        signal?.addEventListener('abort', giveUp, { once: true })
        planTurn()
      })
    },
    advance: (milliseconds) => passTo(now + milliseconds),
    async settle() {
      for (let next = background.peek(); next; next = background.peek()) await passTo(next.at)
      await passing
    },
    stopwatch() {
      const virtualStart = now
      const realStart = performance.now()
      return () => now - virtualStart + (performance.now() - realStart)
    },
    clear() {
      background.clear()
      limits.clear()
      sleepers.clear()
    },
  }
}
