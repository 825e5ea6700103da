import { AsyncLocalStorage } from 'node:async_hooks'
import type { WireRequest } from '../../wire/messages'

/** The way past the double, for requests that it leaves to AWS. */
export interface Passage {
  /** Whether a request takes it. */
  isFor(request: WireRequest): boolean
  /** Does something on the way there, such as asking for credentials: the guard lets its connections through, and no others. */
  within<Result>(task: () => Result): Result
  /** Whether the code that runs now is on the way. */
  isOpen(): boolean
}

export function createPassage(isFor: (request: WireRequest) => boolean): Passage {
  // Made with the first request that is passed on: async contexts make every promise dearer up to Node.js 22.
  let storage: AsyncLocalStorage<true> | undefined
  return {
    isFor,
    within: (task) => (storage ??= new AsyncLocalStorage()).run(true, task),
    isOpen: () => storage?.getStore() === true,
  }
}
