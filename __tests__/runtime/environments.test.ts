import type { Context } from '../../src/runtime/context'
import { runVersion } from '../../src/runtime/runVersion'
import type { CannedOutcome, VersionRecord } from '../../src/state/functionRecord'
import { newRequest, newRuntimeHouse, newVersion } from '../support/runtime'

/** Runs a version and tells its log stream and whether it was a cold start. */
async function start(version: VersionRecord, house: ReturnType<typeof newRuntimeHouse>) {
  await runVersion(newRequest(version), house)
  const { context, logs } = house.observed.at(-1)!
  return { stream: (context as Context).logStreamName, cold: logs.at(-1)!.includes('Init Duration') }
}

test('the first run of a version is a cold start, the next is not and has the same log stream', async () => {
  const house = newRuntimeHouse()
  const version = newVersion(async () => 1)
  const first = await start(version, house)
  expect(first.cold).toBe(true)
  expect(await start(version, house)).toEqual({ stream: first.stream, cold: false })
})

test('another version, and another double, have environments of their own', async () => {
  const house = newRuntimeHouse()
  const version = newVersion(async () => 1)
  const first = await start(version, house)
  const other = await start(
    newVersion(async () => 1),
    house,
  )
  expect(other.cold).toBe(true)
  expect(other.stream).not.toBe(first.stream)
  expect((await start(version, newRuntimeHouse())).cold).toBe(true)
})

test('runs at the same time each have an environment, and leave them warm', async () => {
  const house = newRuntimeHouse()
  const version = newVersion(async () => 1)
  await Promise.all([start(version, house), start(version, house), start(version, house)])
  expect(new Set(house.observed.map(({ context }) => (context as Context).logStreamName)).size).toBe(3)
  await Promise.all([start(version, house), start(version, house), start(version, house)])
  expect(house.observed.slice(3).some(({ logs }) => logs.at(-1)!.includes('Init Duration'))).toBe(false)
  expect(new Set(house.observed.map(({ context }) => (context as Context).logStreamName)).size).toBe(3)
})

test.each<CannedOutcome>([{ kind: 'timesOut' }, { kind: 'exits', code: 1 }, { kind: 'outOfMemory' }])(
  'after %j the next run is a cold start',
  async (outcome) => {
    const house = newRuntimeHouse()
    const version = newVersion(async () => 1)
    const first = await start(version, house)
    version.body.once.push(outcome)
    expect(await start(version, house)).toEqual({ stream: first.stream, cold: false })
    const next = await start(version, house)
    expect(next.cold).toBe(true)
    expect(next.stream).not.toBe(first.stream)
  },
)

test('an environment survives what a handler throws, and a result that is too large', async () => {
  const house = newRuntimeHouse()
  const version = newVersion(async () => 'x'.repeat(6_291_556))
  version.body.once.push({ kind: 'throws', error: new Error('x') })
  expect([(await start(version, house)).cold, (await start(version, house)).cold, (await start(version, house)).cold]).toEqual([
    true,
    false,
    false,
  ])
})

test('a function that does not start is cold every time', async () => {
  const house = newRuntimeHouse()
  const version = newVersion({})
  expect([(await start(version, house)).cold, (await start(version, house)).cold]).toEqual([true, true])
})

test('an update of the code or the configuration makes the next run a cold start', async () => {
  const house = newRuntimeHouse()
  const version = newVersion(async () => 1)
  await start(version, house)
  version.configuration = { ...version.configuration, memorySize: 256 }
  expect([(await start(version, house)).cold, (await start(version, house)).cold]).toEqual([true, false])
  version.code = { sha256: 'new', size: 1 }
  expect([(await start(version, house)).cold, (await start(version, house)).cold]).toEqual([true, false])
})
