import { setImmediate } from 'node:timers'

/** Does something at the end of this turn of the event loop. What it throws is an uncaught exception, and stops nothing else. */
export type AtEndOfTurn = (task: () => void) => void

/**
 * Gathers what is to be done at the end of a turn, for requests that come in flocks: the same steps of all of them, one after the
 * other, cost less than the steps of each, and a write may wake the process that reads it. What a task leads to without waiting for
 * anything, such as the answer to a request, is done at the same end, after all that has led to it.
 */
export function createEndOfTurn(): AtEndOfTurn {
  let waiting: (() => void)[] = []
  let isPlanned = false

  function doAll(): void {
    const tasks = waiting
    waiting = []
    for (const task of tasks) {
      try {
        task()
      } catch (error) {
        // The others are answers to other callers: they go first, and this one is heard of as if it had been alone.
        setImmediate(() => {
          throw error
        })
      }
    }
  }

  function finish(): void {
    isPlanned = false
    doAll()
  }

  // Kept from before anybody fakes timers.
  return (task) => {
    waiting.push(task)
    if (isPlanned) return
    isPlanned = true
    // Promises are settled between the two.
    setImmediate(doAll)
    setImmediate(finish)
  }
}
