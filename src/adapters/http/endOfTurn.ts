import { setImmediate } from 'node:timers'

/** Does something at the end of this turn of the event loop. */
export type AtEndOfTurn = (task: () => void) => void

/**
 * Gathers what is to be done at the end of a turn. Writes are: each one may wake the process that reads it, and requests come in
 * flocks.
 */
export function createEndOfTurn(): AtEndOfTurn {
  let waiting: (() => void)[] = []
  const doAll = () => {
    const tasks = waiting
    waiting = []
    for (const task of tasks) task()
  }
  // Kept from before anybody fakes timers.
  return (task) => {
    if (waiting.push(task) === 1) setImmediate(doAll)
  }
}
