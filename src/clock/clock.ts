/** A task that waits for its time. */
export interface Scheduled {
  /** When it runs, in epoch milliseconds. */
  readonly at: number
  cancel(): void
}

/**
 * Time as the double sees it. Everything that waits asks this, so that a test can let hours pass at no cost.
 * Work of the background (retries, event ages, state transitions) is scheduled; a caller that has to wait sleeps.
 */
export interface Clock {
  /** Now, in epoch milliseconds. */
  now(): number
  /** Runs `task` in the background once the time is `at`. A task that is due at once runs on the next turn of the event loop. */
  schedule(at: number, task: () => void | Promise<void>): Scheduled
  /**
   * As `schedule`, for the end of somebody's patience (a year that an execution may take, the hour that a callback is waited for):
   * it comes if time gets there, but it is no work, and `settle` does not go there for its sake.
   */
  limit(at: number, task: () => void | Promise<void>): Scheduled
  /** Waits on behalf of a caller. Virtual time jumps there; real time passes. Rejects with the signal's reason when it fires. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
  /** Lets time pass and runs what falls due, in order: what is due together side by side, and to its end before time goes on. */
  advance(milliseconds: number): Promise<void>
  /** Runs everything that is scheduled to its end, whatever it schedules included; limits only on the way. */
  settle(): Promise<void>
  /** Starts a measurement: milliseconds passed since, virtual ones included. */
  stopwatch(): () => number
  /** Forgets all scheduled tasks and wakes nobody. */
  clear(): void
}
