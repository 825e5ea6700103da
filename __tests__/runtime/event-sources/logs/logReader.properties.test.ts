import fc from 'fast-check'
import { arns, newDouble } from '../../../support/sources'

type Step =
  | {
      readonly do: 'send'
      readonly key: string
      readonly failures: number
      readonly how: 'throws' | 'reports' | 'nonsense'
      readonly kept: boolean
    }
  | { readonly do: 'advance'; readonly seconds: number }
  | { readonly do: 'reserve'; readonly executions: 0 | 5 }

interface Plan {
  readonly steps: readonly Step[]
  readonly shards: number
  readonly batchSize: number
  readonly window: number
  readonly tumbling: number
  readonly lanes: number
  readonly partial: boolean
  readonly bisect: boolean
  readonly retries: number
  readonly age: number
  readonly onFailure: boolean
  readonly seed: number
}

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('send' as const),
      key: fc.constantFrom('a', 'b', 'c', 'd'),
      failures: fc.constantFrom(0, 0, 0, 1, 3, 9999),
      how: fc.constantFrom('throws' as const, 'reports' as const, 'nonsense' as const),
      kept: fc.constantFrom(true, true, true, false),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('advance' as const), seconds: fc.constantFrom(0, 1, 3, 59, 61, 4000) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('reserve' as const), executions: fc.constantFrom(0 as const, 5 as const) }),
  },
)

const plan: fc.Arbitrary<Plan> = fc.record({
  steps: fc.array(step, { minLength: 4, maxLength: 25, size: 'max' }),
  shards: fc.integer({ min: 1, max: 3 }),
  batchSize: fc.integer({ min: 1, max: 8 }),
  window: fc.constantFrom(0, 0, 20),
  tumbling: fc.constantFrom(0, 0, 60),
  lanes: fc.integer({ min: 1, max: 4 }),
  partial: fc.boolean(),
  bisect: fc.boolean(),
  retries: fc.constantFrom(-1, 0, 1, 4),
  // Endless retries last for a day of virtual time: that has a test of its own.
  age: fc.constantFrom(60, 300, 900),
  onFailure: fc.boolean(),
  seed: fc.nat(1_000_000),
})

interface Data {
  readonly number: number
  readonly key: string
  readonly failures: number
  readonly how: string
}

/** Everything that came of a plan. */
async function carryOut({ steps, ...plan }: Plan) {
  const { clicks, failed } = arns
  const lambda = newDouble({ seed: plan.seed })
  const stream = lambda.eventSource(clicks, { ShardCount: plan.shards })
  const tries = new Map<number, number>()
  const sent: { readonly id: string; readonly number: number; readonly key: string; readonly kept: boolean }[] = []
  const disorder: string[] = []

  const handler = (event: { state?: object; Records: { kinesis: { data: string; sequenceNumber: string } }[] }) => {
    const records = event.Records.map(({ kinesis }) => ({
      id: kinesis.sequenceNumber,
      data: JSON.parse(Buffer.from(kinesis.data, 'base64').toString()) as Data,
    }))
    noteDisorder(records.map(({ id }) => id))
    const answer = { state: { ...event.state } }
    const bad = records.filter(({ data }) => {
      const count = (tries.get(data.number) ?? 0) + 1
      tries.set(data.number, count)
      return count <= data.failures
    })
    if (bad.some(({ data }) => data.how === 'throws' || !plan.partial)) throw new Error('no')
    if (bad.some(({ data }) => data.how === 'nonsense')) return { ...answer, batchItemFailures: [{ itemIdentifier: 'nobody' }] }
    return { ...answer, batchItemFailures: bad.map(({ id }) => ({ itemIdentifier: id })) }
  }
  /** Whoever comes before a record of its key has ended, or stands before it in the batch. */
  function noteDisorder(ids: readonly string[]): void {
    const { done, onFailure, discarded } = stream.messages()
    const ended = new Set([...done, ...onFailure, ...discarded].map(({ id }) => id))
    ids.forEach((id, index) => {
      if (ended.has(id)) disorder.push(`${id} again`)
      const { key, number } = sent.find((each) => each.id === id)!
      for (const earlier of sent)
        if (
          earlier.key === key &&
          earlier.kept &&
          earlier.number < number &&
          !ended.has(earlier.id) &&
          !ids.slice(0, index).includes(earlier.id)
        )
          disorder.push(`${id} before ${earlier.id}`)
    })
  }

  lambda.function('reader', handler).trigger(clicks, {
    StartingPosition: 'TRIM_HORIZON',
    BatchSize: plan.batchSize,
    MaximumBatchingWindowInSeconds: plan.window,
    TumblingWindowInSeconds: plan.tumbling,
    ParallelizationFactor: plan.lanes,
    BisectBatchOnFunctionError: plan.bisect,
    MaximumRetryAttempts: plan.retries,
    MaximumRecordAgeInSeconds: plan.age,
    FilterCriteria: { Filters: [{ Pattern: '{"data":{"kept":[true]}}' }] },
    ...(plan.partial && { FunctionResponseTypes: ['ReportBatchItemFailures' as const] }),
    ...(plan.onFailure && { DestinationConfig: { OnFailure: { Destination: failed } } }),
  })
  for (const each of steps) {
    if (each.do === 'advance') await lambda.clock.advance(each.seconds * 1000)
    else if (each.do === 'reserve') lambda.function('reader').reservedConcurrency(each.executions)
    else {
      const { do: _, ...data } = each
      const number = sent.length
      const { id } = stream.send({ partitionKey: each.key, data: { number, ...data } })
      sent.push({ id, number, key: each.key, kept: each.kept })
    }
  }
  await lambda.settled()
  const messages = stream.messages()
  const told = lambda
    .deliveries(failed)
    .map(({ record }) => (record as { KinesisBatchInfo: { batchSize: number } }).KinesisBatchInfo.batchSize)
  const runs = lambda.invocations().map(({ event, context, at }) => [event, context, at])
  const history = JSON.stringify([messages, stream.batches(), told, runs])
  lambda.restore()
  return { sent, messages, disorder, told, history }
}

describe('whatever happens to the records of a stream', () => {
  it('each ends exactly once and in order, and the failure destination is told of those that it has to be', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (plan) => {
        const { sent, messages, told, disorder } = await carryOut(plan)
        const { visible, inFlight, done, onFailure, discarded } = messages
        expect([visible, inFlight]).toEqual([[], []])
        expect([...done, ...onFailure, ...discarded].map(({ id }) => id).sort()).toEqual(sent.map(({ id }) => id).sort())
        expect(told.reduce((total, size) => total + size, 0)).toBe(onFailure.length)
        if (!plan.onFailure) expect(onFailure).toEqual([])
        // No record comes to the function before an earlier one of its key has ended, or once it has ended itself.
        expect(disorder).toEqual([])
      }),
      { numRuns: 40 },
    )
  }, 30_000)

  it('it is the same every time with the same seed', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (plan) => {
        expect((await carryOut(plan)).history === (await carryOut(plan)).history).toBe(true)
      }),
      { numRuns: 8 },
    )
  }, 30_000)
})
