import { liveMocks, type LiveMock } from './mockRegistry'

/** After each test: every double is verified and then reset, also when one of them has something to say. */
export function verifyAndResetMocks(): void {
  const errors = liveMocks().flatMap((mock) => [...failureOf(() => mock.verify()), ...failureOf(() => mock.reset())])
  throwAll(errors)
}

/** After the tests of a file: every double is taken out, the newest first. */
export function restoreMocks(): void {
  const newestFirst: readonly LiveMock[] = [...liveMocks()].reverse()
  throwAll(newestFirst.flatMap((mock) => failureOf(() => mock.restore())))
}

function failureOf(run: () => void): readonly unknown[] {
  try {
    run()
    return []
  } catch (error) {
    return [error]
  }
}

/** One error as it is; several as one, as runners show the text of the first only. */
function throwAll(errors: readonly unknown[]): void {
  if (errors.length === 0) return
  if (errors.length === 1) throw errors[0]
  throw new AggregateError(errors, errors.map((error) => (error as { message?: unknown } | null)?.message ?? error).join('\n\n'))
}
