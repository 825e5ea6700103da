import fc from 'fast-check'
import type { MockLambda } from '../../../../src/index'
import { arns, newDouble } from '../../../support/sources'

type Step =
  | {
      readonly do: 'send'
      readonly group: string
      readonly failures: number
      readonly how: 'throws' | 'reports' | 'nonsense'
      readonly kept: boolean
      readonly delay: number
    }
  | { readonly do: 'advance'; readonly seconds: number }
  | { readonly do: 'reserve'; readonly executions: 0 | 1 | 5 }

interface Plan {
  readonly steps: readonly Step[]
  readonly fifo: boolean
  readonly batchSize: number
  readonly window: number
  readonly concurrency: number | undefined
  readonly mappings: 1 | 2
  readonly redrive: number | undefined
  readonly retention: number
  readonly partial: boolean
  readonly seed: number
}

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('send' as const),
      group: fc.constantFrom('a', 'b', 'c'),
      failures: fc.constantFrom(0, 0, 0, 1, 2, 99),
      how: fc.constantFrom('throws' as const, 'reports' as const, 'nonsense' as const),
      kept: fc.constantFrom(true, true, true, false),
      delay: fc.constantFrom(0, 0, 7),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('advance' as const), seconds: fc.constantFrom(0, 1, 29, 30, 31, 200) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('reserve' as const),
      executions: fc.constantFrom(0 as const, 1 as const, 5 as const),
    }),
  },
)

const plan: fc.Arbitrary<Plan> = fc.record({
  steps: fc.array(step, { minLength: 4, maxLength: 25, size: 'max' }),
  fifo: fc.boolean(),
  batchSize: fc.integer({ min: 1, max: 10 }),
  window: fc.constantFrom(0, 0, 20),
  concurrency: fc.constantFrom(undefined, 2, 10),
  mappings: fc.constantFrom(1 as const, 2 as const),
  redrive: fc.constantFrom(undefined, 1, 2, 3),
  retention: fc.constantFrom(100, 1000),
  partial: fc.boolean(),
  seed: fc.nat(1_000_000),
})

interface Body {
  readonly number: number
  readonly group: string
  readonly failures: number
  readonly how: string
}

/** Everything that came of a plan. */
async function carryOut({ steps, ...plan }: Plan) {
  const lambda = newDouble({ seed: plan.seed })
  const arn = plan.fifo ? arns.fifo : arns.jobs
  const dead = plan.fifo ? `${arns.dead}.fifo` : arns.dead
  const order: string[] = []
  const handler = (event: {
    Records: { messageId: string; body: string; attributes: { ApproximateReceiveCount: string } }[]
  }) => {
    const records = event.Records.map(({ messageId, body, attributes }) => ({
      id: messageId,
      body: JSON.parse(body) as Body,
      receives: Number(attributes.ApproximateReceiveCount),
    }))
    const bad = records.filter(({ body, receives }) => receives <= body.failures)
    if (bad.some(({ body }) => body.how === 'throws')) throw new Error('no')
    if (plan.partial && bad.some(({ body }) => body.how === 'nonsense'))
      return { batchItemFailures: [{ itemIdentifier: 'nobody' }] }
    // A handler of a FIFO queue stops at the first failure of a group.
    const stopped = new Set<string>()
    const failed = records.filter((record) => {
      if (bad.includes(record)) stopped.add(record.body.group)
      return plan.fifo ? stopped.has(record.body.group) : bad.includes(record)
    })
    if (!plan.partial && failed.length > 0) throw new Error('no')
    order.push(...records.filter((record) => !failed.includes(record)).map(({ body }) => `${body.group}${body.number}`))
    return { batchItemFailures: failed.map(({ id }) => ({ itemIdentifier: id })) }
  }
  const settings = {
    BatchSize: plan.batchSize,
    ...(!plan.fifo && { MaximumBatchingWindowInSeconds: plan.window }),
    ...(plan.concurrency !== undefined && { ScalingConfig: { MaximumConcurrency: plan.concurrency } }),
    ...(plan.partial && { FunctionResponseTypes: ['ReportBatchItemFailures' as const] }),
    FilterCriteria: { Filters: [{ Pattern: '{"body":{"kept":[true]}}' }] },
  }
  for (let index = 0; index < plan.mappings; index++) lambda.function(`worker-${index}`, handler).trigger(arn, settings)
  const RedrivePolicy = plan.redrive === undefined ? undefined : { deadLetterTargetArn: dead, maxReceiveCount: plan.redrive }
  const queue = lambda.eventSource(arn, { MessageRetentionPeriod: plan.retention, ...(RedrivePolicy && { RedrivePolicy }) })
  const sent: string[] = []
  let number = 0
  for (const each of steps) {
    if (each.do === 'advance') await lambda.clock.advance(each.seconds * 1000)
    else if (each.do === 'reserve') lambda.function('worker-0').reservedConcurrency(each.executions)
    else {
      const { do: _, delay, ...rest } = each
      const message = { body: { number: number++, ...rest }, groupId: each.group }
      sent.push(queue.send(plan.fifo ? message : { ...message, delay: delay * 1000 }).id)
    }
  }
  await lambda.settled()
  const messages = queue.messages()
  const history = JSON.stringify([messages, queue.batches(), runsOf(lambda), deadOf(lambda, dead)])
  lambda.restore()
  return { sent, messages, order, history, dead: deadOf(lambda, dead) }
}

/** All but what the machine's own time says. */
function runsOf(lambda: MockLambda): unknown[] {
  return lambda.invocations().map(({ functionName, event, context, at }) => [functionName, event, context, at])
}

function deadOf(lambda: MockLambda, arn: string): string[] {
  return lambda
    .eventSource(arn)
    .messages()
    .visible.map(({ id }) => id)
}

describe('whatever happens to the messages of a queue', () => {
  it('each ends exactly once: done, in the dead-letter queue or discarded', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (plan) => {
        const { sent, messages, dead } = await carryOut(plan)
        const { visible, delayed, inFlight, done, dead: moved, discarded } = messages
        expect([visible, delayed, inFlight]).toEqual([[], [], []])
        expect([...done, ...moved, ...discarded].map(({ id }) => id).sort()).toEqual([...sent].sort())
        expect([...dead].sort()).toEqual(moved.map(({ id }) => id).sort())
      }),
      { numRuns: 40 },
    )
  }, 30_000)

  it('those of a group are processed in order', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (plan) => {
        const { order } = await carryOut({ ...plan, fifo: true })
        for (const group of ['a', 'b', 'c']) {
          const numbers = order.filter((each) => each.startsWith(group)).map((each) => Number(each.slice(1)))
          expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
        }
      }),
      { numRuns: 40 },
    )
  }, 30_000)

  it('it is the same every time with the same seed', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (plan) => {
        expect((await carryOut(plan)).history).toBe((await carryOut(plan)).history)
      }),
      { numRuns: 8 },
    )
  }, 30_000)
})
