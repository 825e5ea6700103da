import fc from 'fast-check'
import { createIds } from '../../../src/clock/ids'
import type { Delivery } from '../../../src/runtime/destinations/delivery'
import type { FunctionRecord } from '../../../src/state/functionRecord'
import { done, failed, letters } from '../../support/deliveries'
import { newFunction, point, publish } from '../../support/functions'
import { configure, newQueue } from '../../support/queue'

type Outcome = 'returns' | 'throws' | 'timesOut' | 'slow'

/** What happens, one step after the other. */
type Step =
  | { readonly do: 'send'; readonly outcomes: readonly Outcome[]; readonly alias: boolean }
  | { readonly do: 'advance'; readonly seconds: number }
  | { readonly do: 'reserve'; readonly executions: number | undefined }
  | { readonly do: 'occupy'; readonly seconds: number }
  | { readonly do: 'age'; readonly seconds: number }
  | { readonly do: 'delete' }

interface Plan {
  readonly steps: readonly Step[]
  /** Seconds. */
  readonly age: number
  readonly reserved: number | undefined
  readonly retries: number
  readonly onSuccess: boolean
  readonly onFailure: boolean
  readonly deadLetter: boolean
  readonly seed: number
}

const seconds = fc.constantFrom(0, 1, 7, 59, 60, 61, 180, 400, 3600)

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('send' as const),
      outcomes: fc.array(fc.constantFrom<Outcome>('returns', 'throws', 'timesOut', 'slow'), { minLength: 1, maxLength: 4 }),
      alias: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('advance' as const), seconds }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reserve' as const), executions: fc.constantFrom(undefined, 0, 1, 2) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('occupy' as const), seconds }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('age' as const), seconds: fc.constantFrom(60, 130, 600, 21_600) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const) }) },
)

const plan: fc.Arbitrary<Plan> = fc.record({
  steps: fc.array(step, { minLength: 6, maxLength: 30, size: 'max' }),
  age: fc.constantFrom(60, 130, 21_600),
  reserved: fc.constantFrom(undefined, 1),
  retries: fc.nat(2),
  onSuccess: fc.boolean(),
  onFailure: fc.boolean(),
  deadLetter: fc.boolean(),
  seed: fc.nat(),
})

interface Sent {
  readonly requestId: string
  readonly fn: FunctionRecord
}

/** Concurrent executions of the account: few, so that events often find none. */
const places = 4

/** Plays a plan to its end; what was sent, run, delivered, and which functions were deleted when. */
async function play({ steps, age: firstAge, reserved, retries, onSuccess, onFailure, deadLetter, seed }: Plan) {
  const queue = newQueue({ accountConcurrency: places })
  Object.assign(queue.house, { ids: createIds(seed) })
  const outcomes = new Map<string, readonly Outcome[]>()
  const attempts = new Map<string, number>()
  const sent: Sent[] = []
  const deleted = new Map<FunctionRecord, number>()
  let age = firstAge

  async function handler(_event: unknown, { awsRequestId }: { awsRequestId: string }) {
    const attempt = attempts.get(awsRequestId) ?? 0
    attempts.set(awsRequestId, attempt + 1)
    const planned = outcomes.get(awsRequestId)!
    const outcome = planned[Math.min(attempt, planned.length - 1)]!
    if (outcome === 'slow') await queue.house.clock.sleep(1_500)
    if (outcome === 'timesOut') {
      await queue.house.clock.sleep(3_000)
      throw new Error('too late')
    }
    if (outcome === 'throws') throw new Error('no')
    return outcome
  }

  function setUp(fn: FunctionRecord): void {
    for (const qualifier of ['$LATEST', 'live'])
      configure(fn, {
        qualifier,
        maximumRetryAttempts: retries,
        maximumEventAge: age,
        onSuccess: onSuccess ? done : undefined,
        onFailure: onFailure ? failed : undefined,
        deadLetter: deadLetter && letters,
      })
  }

  function create(): FunctionRecord {
    const created = newFunction(queue.region, 'orders', handler, { reservedConcurrency: reserved })
    setUp(created)
    publish(created, '1')
    publish(created, '2')
    point(created, 'live', '1', { '2': 0.4 })
    return created
  }

  let fn = create()
  for (const each of steps) {
    if (each.do === 'send') {
      const requestId = queue.send(fn, { id: sent.length }, each.alias ? { qualifier: 'live' } : {})
      outcomes.set(requestId, each.outcomes)
      sent.push({ requestId, fn })
    } else if (each.do === 'advance') await queue.house.clock.advance(each.seconds * 1000)
    else if (each.do === 'reserve') fn.reservedConcurrency = each.executions
    else if (each.do === 'age') {
      age = each.seconds
      setUp(fn)
    } else if (each.do === 'delete') {
      queue.region.functions.delete('orders')
      deleted.set(fn, queue.house.clock.now())
      fn = create()
    } else occupy(each.seconds)
  }
  await queue.house.clock.settle()
  return { sent, deleted, runs: queue.house.observed, deliveries: queue.deliveries(), free: countFree() }

  /** Places that are free in the end. */
  function countFree(): number {
    fn.reservedConcurrency = undefined
    let free = 0
    while (occupy(0)) free++
    return free
  }

  /** Somebody else's run takes a place for a while. */
  function occupy(length: number): boolean {
    try {
      const release = queue.house.concurrency.take({ region: queue.region, fn, version: fn.latest, type: 'Event' }, queue.house)
      queue.house.clock.schedule(queue.house.clock.now() + length * 1000, release)
      return true
    } catch {
      return false
    }
  }
}

// Many plans, on a machine that may be busy.
jest.setTimeout(120_000)

const approximateCount = (delivery: Delivery | undefined) =>
  (delivery?.record as { requestContext: { approximateInvokeCount: number } } | undefined)?.requestContext.approximateInvokeCount

describe('the queue, whatever happens', () => {
  it('ends every event exactly once, loses none, and gives every place back', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (each) => {
        const { sent, deleted, runs, deliveries, free } = await play(each)
        for (const { requestId, fn } of sent) {
          const own = runs.filter((run) => run.requestId === requestId)
          const of = (arn: string) => deliveries.filter((delivery) => delivery.requestId === requestId && delivery.arn === arn)
          const [successes, failures, dead] = [of(done), of(failed), of(letters)]
          const succeeded = own.some((run) => run.error === undefined)

          // Attempts are counted from 1 on, end with a success, and are no more than allowed.
          expect(own.map(({ attempt }) => attempt)).toEqual(own.map((_, index) => index + 1))
          expect(own.slice(0, -1).filter((run) => run.error === undefined)).toEqual([])
          expect(own.length).toBeLessThanOrEqual(each.retries + 1)

          const ended = successes.length + failures.length + dead.length
          if (deleted.has(fn) && !succeeded && ended === 0) continue
          // Success or failure, and each of its targets once.
          expect(successes).toHaveLength(succeeded && each.onSuccess ? 1 : 0)
          expect(failures).toHaveLength(!succeeded && each.onFailure ? 1 : 0)
          expect(dead).toHaveLength(!succeeded && each.deadLetter ? 1 : 0)
          for (const delivery of [...successes, ...failures]) expect(approximateCount(delivery)).toBe(own.length)
          for (const { condition } of [...failures, ...dead]) {
            if (condition === 'RetriesExhausted') expect(own).toHaveLength(each.retries + 1)
            else expect(own.length).toBeLessThanOrEqual(each.retries)
          }
        }
        expect(free).toBe(places)
        expect(new Set(deliveries.map(({ requestId, arn }) => `${requestId} ${arn}`)).size).toBe(deliveries.length)
      }),
      { numRuns: 150 },
    )
  })

  it('keeps the waits between attempts, and gives no run to a function that was deleted', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (each) => {
        const { sent, deleted, runs } = await play(each)
        for (const { requestId, fn } of sent) {
          const own = runs.filter((run) => run.requestId === requestId)
          own.slice(1).forEach((run, index) => {
            const before = own[index]!
            expect(run.at).toBeGreaterThanOrEqual(before.at + (index === 0 ? 60_000 : 120_000))
          })
          const at = deleted.get(fn)
          if (at !== undefined) expect(own.filter((run) => run.at > at)).toEqual([])
        }
      }),
      { numRuns: 75 },
    )
  })

  it('gives the same history with the same seed', async () => {
    const history = async (each: Plan) => {
      const { runs, deliveries } = await play(each)
      const ran = runs.map(({ requestId, version, attempt, at, context }) => [
        requestId,
        version,
        attempt,
        at,
        { ...(context as object) },
      ])
      return JSON.stringify([ran, deliveries.map(({ record: _, body: __, ...rest }) => rest)])
    }
    await fc.assert(
      fc.asyncProperty(plan, async (each) => {
        expect(await history(each)).toBe(await history(each))
      }),
      { numRuns: 40 },
    )
  })
})
