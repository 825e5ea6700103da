import { setImmediate } from 'node:timers'
import type { Clock, Scheduled } from './clock'
import { createTaskQueue, type TaskQueue } from './taskQueue'

// Kept from before anybody fakes timers: the next turn of the event loop must come under Jest's, Vitest's and sinon's fakes too.
const nextTurn = setImmediate
const turn = () => new Promise<void>((resolve) => nextTurn(resolve))

/** A clock that stands still until somebody sleeps on it or advances it. */
export function createVirtualClock(start: number): Clock {
  let now = start
  const background = createTaskQueue()
  const limits = createTaskQueue()
  const sleepers = createTaskQueue()
  /** How many tasks have begun and not ended. */
  let running = 0
  /** Told when the last of them has ended. */
  let allEnded: (() => void) | undefined
  const failures: unknown[] = []
  let turnPlanned = false
  let passing: Promise<void> | undefined

  /** The queue whose earliest task comes next; work goes before a limit of the same time. */
  function nextQueue(): TaskQueue {
    const limit = limits.peek()
    return limit && limit.at < (background.peek()?.at ?? Infinity) ? limits : background
  }

  /** Begins the task that comes next, at its time. */
  function beginNext(): void {
    const task = nextQueue().take()!
    now = Math.max(now, task.at)
    begin(task.run)
  }

  function begin(task: () => void | Promise<void>): void {
    running++
    try {
      const run = task()
      if (run === undefined) ended()
      else void run.then(ended, failed)
    } catch (error) {
      failed(error)
    }
  }

  function ended(): void {
    if (--running === 0) allEnded?.()
  }

  function failed(error: unknown): void {
    // Whoever lets time pass is told. Otherwise nobody is there to hear of it, and it must not be lost.
    if (passing) failures.push(error)
    else void Promise.reject(error as Error)
    ended()
  }

  /** Waits until nothing is running, what begins meanwhile included. */
  async function untilAllEnded(): Promise<void> {
    while (running > 0) await new Promise<void>((resolve) => (allEnded = resolve))
  }

  /**
   * Lets time pass until `end`, from one task to the next. Work of one instant runs side by side, so that one may wait for another;
   * but each gets a turn of the event loop first, for what takes no time to be over before the next begins.
   * A task that sleeps past `end` takes the clock with it.
   */
  async function passTo(end: number): Promise<void> {
    while (passing) await passing
    const passage = (async () => {
      for (;;) {
        const isWorkOfNow = (background.peek()?.at ?? Infinity) <= now
        if (!isWorkOfNow) {
          await untilAllEnded()
          if (failures.length > 0) throw failures.splice(0)[0]
        }
        const next = nextQueue().peek()
        if (next === undefined || next.at > Math.max(end, now)) break
        beginNext()
        if (running > 0) await turn()
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

  /** On the next turn: begins what is due, or lets the earliest sleeper go on, whichever comes first in virtual time. */
  function planTurn(): void {
    if (turnPlanned) return
    turnPlanned = true
    nextTurn(() => {
      turnPlanned = false
      const sleeper = sleepers.peek()
      const due = nextQueue().peek()
      if (due && due.at <= Math.max(now, sleeper?.at ?? now)) beginNext()
      else if (sleeper) {
        now = Math.max(now, sleeper.at)
        void sleepers.take()!.run()
      }
      if (sleepers.size > 0 || (nextQueue().peek()?.at ?? Infinity) <= now) planTurn()
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
      do await passTo(background.peek()?.at ?? now)
      while (background.size > 0)
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
