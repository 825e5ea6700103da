import { createAssert, type Assert } from '../../src/assertions/createAssert'
import { viewSymbol, type AssertionView } from '../../src/assertions/assertionView'
import type { CallEntry } from '../../src/journal/callEntry'

export interface ShownDouble {
  readonly assert: Assert
  [viewSymbol](): AssertionView
}

/** An object that shows these calls as a double does. */
export function doubleWith(calls: readonly CallEntry[], parts: Partial<AssertionView> = {}): ShownDouble {
  const view = (): AssertionView => ({
    calls,
    invocations: [],
    deliveries: [],
    sources: [],
    seed: 42,
    dropped: 0,
    apiUse: new Map(),
    honoured: () => ({ breaches: [], unexercised: [] }),
    functionNames: ['orders', 'payments'],
    ...parts,
  })
  return { assert: createAssert(view), [viewSymbol]: view }
}

/** The text with which `run` fails. */
export function failureOf(run: () => void): string {
  try {
    run()
  } catch (error) {
    return (error as Error).message.replace(/\n {4}at .*:\d+$/, '')
  }
  throw new Error('It did not fail.')
}
