/** A double as the runners' shells see it. */
export interface LiveMock {
  /** Throws if something that was announced did not happen, or something happened that was not. */
  verify(): void
  reset(): void
  restore(): void
}

/** The doubles that are installed in this realm: under Jest, those of one test file. */
export interface MockRegistry {
  readonly live: ReadonlySet<LiveMock>
}

/** The same for every copy of this package, so that a setup file with one finds the doubles of another. */
const key = Symbol.for('lambdouble.mocks')

interface OwnRegistry extends MockRegistry {
  readonly live: Set<LiveMock>
}

/** Notes a double that was installed. */
export function register(mock: LiveMock): void {
  if (registry() === undefined) Object.defineProperty(globalThis, key, { value: { live: new Set() }, configurable: true })
  registry()?.live.add(mock)
}

/** Forgets a double that was restored; with the last one the global goes as well. */
export function unregister(mock: LiveMock): void {
  const live = registry()?.live
  live?.delete(mock)
  if (live?.size === 0) delete realm()[key]
}

/** The installed doubles, the oldest first. */
export function liveMocks(): readonly LiveMock[] {
  return [...(registry()?.live ?? [])]
}

function registry(): OwnRegistry | undefined {
  return realm()[key]
}

function realm(): { [key]?: OwnRegistry | undefined } {
  return globalThis as { [key]?: OwnRegistry | undefined }
}
