import type { Invocation } from '../../../src/runtime/invocation'
import { configure, newQueue } from '../../support/queue'
import { newFunction, point, publish } from '../../support/functions'
import { noon } from '../../support/runtime'

const fails = { always: { kind: 'throws' as const, error: new Error('no') } }
const turn = () => new Promise((resolve) => setImmediate(resolve))
const conditions = (queue: ReturnType<typeof newQueue>) =>
  queue.deliveries().map(({ kind, condition, record }) => {
    const { requestContext } = record as { requestContext?: { approximateInvokeCount: number } }
    return [kind, condition, requestContext?.approximateInvokeCount]
  })

describe('an event that succeeds', () => {
  it('runs by itself on the next turn of the event loop', async () => {
    const queue = newQueue()
    queue.send(newFunction(queue.region, 'orders'))
    expect(queue.runs()).toEqual([])
    await turn()
    await turn()
    expect(queue.runs()).toEqual(['orders attempt 1 at 0 s'])
  })

  it('is run once, and its record goes to the destination of success only', async () => {
    const queue = newQueue()
    const orders = newFunction(queue.region, 'orders')
    configure(orders)
    queue.send(orders)
    await queue.house.clock.settle()
    expect(queue.runs()).toEqual(['orders attempt 1 at 0 s'])
    expect(conditions(queue)).toEqual([['destination', 'Success', 1]])
    expect(queue.house.clock.now()).toBe(noon)
  })

  it('stays as it was when the caller goes on to write into its bytes', async () => {
    const queue = newQueue()
    const payload = Buffer.from('{"id":7}')
    queue.send(newFunction(queue.region, 'orders'), undefined, { payload })
    payload.fill(' ')
    await queue.house.clock.settle()
    expect(queue.house.observed[0]!.event).toEqual({ id: 7 })
  })

  it('is handed to the handler as a fresh copy in every attempt', async () => {
    const queue = newQueue()
    const seen: unknown[] = []
    const handler = (event: { id: number; mark?: boolean }) => {
      seen.push({ ...event })
      event.mark = true
      throw new Error('no')
    }
    queue.send(newFunction(queue.region, 'orders', handler))
    await queue.house.clock.settle()
    expect(seen).toEqual([{ id: 7 }, { id: 7 }, { id: 7 }])
  })
})

describe('a function error', () => {
  it('is tried again after one minute and two more, and given up after that', async () => {
    const queue = newQueue()
    const orders = newFunction(queue.region, 'orders', fails)
    configure(orders)
    queue.send(orders)
    await queue.house.clock.settle()
    expect(queue.runs()).toEqual(['orders attempt 1 at 0 s', 'orders attempt 2 at 60 s', 'orders attempt 3 at 180 s'])
    expect(conditions(queue)).toEqual([
      ['destination', 'RetriesExhausted', 3],
      ['dead-letter', 'RetriesExhausted', undefined],
    ])
  })

  it('waits for the clock', async () => {
    const queue = newQueue()
    queue.send(newFunction(queue.region, 'orders', fails))
    await queue.house.clock.advance(59_999)
    expect(queue.runs()).toHaveLength(1)
    await queue.house.clock.advance(1)
    expect(queue.runs()).toHaveLength(2)
  })

  it.each([
    [0, 1],
    [1, 2],
    [2, 3],
  ])('with MaximumRetryAttempts %i runs %i times', async (maximumRetryAttempts, runs) => {
    const queue = newQueue()
    const orders = newFunction(queue.region, 'orders', fails)
    configure(orders, { maximumRetryAttempts })
    queue.send(orders)
    await queue.house.clock.settle()
    expect(queue.runs()).toHaveLength(runs)
    expect(conditions(queue)[0]).toEqual(['destination', 'RetriesExhausted', runs])
  })

  it('may be got over', async () => {
    const queue = newQueue()
    const orders = newFunction(queue.region, 'orders', {
      once: [{ kind: 'throws', error: new Error('no') }, { kind: 'timesOut' }],
      always: { kind: 'returns', value: 'ok' },
    })
    configure(orders)
    queue.send(orders)
    await queue.house.clock.settle()
    // The second run takes its three seconds.
    expect(queue.runs()).toEqual(['orders attempt 1 at 0 s', 'orders attempt 2 at 60 s', 'orders attempt 3 at 183 s'])
    expect(conditions(queue)).toEqual([['destination', 'Success', 3]])
  })

  it('has one request id and one trace in all attempts', async () => {
    const queue = newQueue()
    queue.send(newFunction(queue.region, 'orders', fails))
    await queue.house.clock.settle()
    const of = (member: (invocation: Invocation) => unknown) => new Set(queue.house.observed.map(member))
    expect(of(({ requestId }) => requestId)).toEqual(new Set(['event-1']))
    expect(of(({ context }) => (context as { awsRequestId: string }).awsRequestId)).toEqual(new Set(['event-1']))
    expect(of(({ context }) => (context as { xRayTraceId: string }).xRayTraceId).size).toBe(1)
  })

  it('is an asynchronous run without a client context', async () => {
    const queue = newQueue()
    queue.send(newFunction(queue.region, 'orders'))
    await queue.house.clock.settle()
    expect(queue.house.observed[0]).toMatchObject({ type: 'Event', context: { clientContext: undefined } })
  })
})

describe('the age of an event', () => {
  it('ends it where the next retry would come too late', async () => {
    const queue = newQueue()
    const orders = newFunction(queue.region, 'orders', fails)
    configure(orders, { maximumEventAge: 60 })
    queue.send(orders)
    await queue.house.clock.settle()
    expect(queue.runs()).toEqual(['orders attempt 1 at 0 s'])
    expect(conditions(queue)).toEqual([
      ['destination', 'EventAgeExceeded', 1],
      ['dead-letter', 'EventAgeExceeded', undefined],
    ])
    expect(queue.house.clock.now()).toBe(noon)
  })

  it('lets those retries be that come in time', async () => {
    const queue = newQueue()
    const orders = newFunction(queue.region, 'orders', fails)
    configure(orders, { maximumEventAge: 120 })
    queue.send(orders)
    await queue.house.clock.settle()
    expect(queue.runs()).toHaveLength(2)
    expect(conditions(queue)[0]).toEqual(['destination', 'EventAgeExceeded', 2])
  })

  it('is looked at again when the attempt comes', async () => {
    const queue = newQueue()
    const orders = newFunction(queue.region, 'orders', fails)
    configure(orders)
    queue.send(orders)
    await queue.house.clock.advance(30_000)
    configure(orders, { maximumEventAge: 60 })
    await queue.house.clock.settle()
    expect(conditions(queue)[0]).toEqual(['destination', 'EventAgeExceeded', 1])
  })
})

describe('a throttle', () => {
  /** Holds the one place that the function has, until it is given back. */
  function blocked(config: Parameters<typeof configure>[1] = {}, body: Parameters<typeof newFunction>[2] = undefined) {
    const queue = newQueue()
    const orders = newFunction(queue.region, 'orders', body, { reservedConcurrency: 1 })
    configure(orders, config)
    const release = queue.house.concurrency.take(
      { region: queue.region, fn: orders, version: orders.latest, type: 'Event' },
      queue.house,
    )
    return { queue, orders, release }
  }

  it('is tried again after 1 second, 2, 4 and so on', async () => {
    const { queue, orders, release } = blocked()
    queue.send(orders)
    queue.house.clock.schedule(noon + 10_000, release)
    await queue.house.clock.settle()
    // 1 + 2 + 4 + 8
    expect(queue.runs()).toEqual(['orders attempt 1 at 15 s'])
    expect(conditions(queue)).toEqual([['destination', 'Success', 1]])
  })

  it('is tried again for 6 hours, and never ran', async () => {
    const { queue, orders } = blocked()
    queue.send(orders)
    const take = jest.spyOn(queue.house.concurrency, 'take')
    await queue.house.clock.settle()
    expect(queue.runs()).toEqual([])
    // Nine steps up to 256 seconds take 511; then every 300 seconds as long as the event is younger than 21,600.
    expect(take).toHaveBeenCalledTimes(10 + Math.floor((21_600 - 511 - 1) / 300))
    expect(queue.house.clock.now()).toBeLessThan(noon + 6 * 3_600_000)
    expect(conditions(queue)).toEqual([
      ['destination', 'EventAgeExceeded', 0],
      ['dead-letter', 'EventAgeExceeded', undefined],
    ])
  })

  it('uses up no attempt', async () => {
    const { queue, orders, release } = blocked({ maximumRetryAttempts: 1 }, fails)
    queue.send(orders)
    queue.house.clock.schedule(noon + 2_000, release)
    await queue.house.clock.settle()
    expect(queue.runs()).toEqual(['orders attempt 1 at 3 s', 'orders attempt 2 at 63 s'])
    expect(conditions(queue)[0]).toEqual(['destination', 'RetriesExhausted', 2])
  })

  it('starts from 1 second again after a run', async () => {
    const queue = newQueue()
    const orders = newFunction(queue.region, 'orders', fails, { reservedConcurrency: 1 })
    configure(orders, { maximumRetryAttempts: 1 })
    const request = { region: queue.region, fn: orders, version: orders.latest, type: 'Event' as const }
    for (const [from, until] of [
      [0, 6],
      [60, 68],
    ] as const) {
      queue.house.clock.schedule(noon + from * 1000, () => {
        const release = queue.house.concurrency.take(request, queue.house)
        queue.house.clock.schedule(noon + until * 1000, release)
      })
    }
    queue.send(orders)
    await queue.house.clock.settle()
    // Refused at 0, 1 and 3; run at 7; its retry is refused at 67 and comes after one second, not after eight.
    expect(queue.runs()).toEqual(['orders attempt 1 at 7 s', 'orders attempt 2 at 68 s'])
  })

  it('is what the second of two events gets that a function with one place has to run at once', async () => {
    const queue = newQueue()
    const handler = () => new Promise((resolve) => setImmediate(resolve))
    const orders = newFunction(queue.region, 'orders', handler, { reservedConcurrency: 1 })
    queue.send(orders)
    queue.send(orders)
    await queue.house.clock.settle()
    expect(queue.runs()).toEqual(['orders attempt 1 at 0 s', 'orders attempt 1 at 1 s'])
  })

  it('is not what a version gets that cannot run yet, but it waits in the same way', async () => {
    const queue = newQueue({ functionStates: 'staged' })
    const orders = newFunction(queue.region, 'orders')
    orders.latest.state = { state: 'Pending' }
    queue.region.transitions.push({
      at: noon + 5_000,
      change: { kind: 'version created', version: orders.latest, revisionId: 'r' },
    })
    queue.send(orders)
    await queue.house.clock.settle()
    expect(queue.runs()).toEqual(['orders attempt 1 at 7 s'])
  })
})

describe('a reserved concurrency of 0', () => {
  it('ends an event at once, and it never ran', async () => {
    const queue = newQueue()
    const orders = newFunction(queue.region, 'orders', undefined, { reservedConcurrency: 0 })
    configure(orders)
    queue.send(orders)
    await queue.house.clock.settle()
    expect(queue.runs()).toEqual([])
    expect(conditions(queue)).toEqual([
      ['destination', 'ZeroReservedConcurrency', 0],
      ['dead-letter', 'ZeroReservedConcurrency', undefined],
    ])
    expect(queue.house.clock.now()).toBe(noon)
  })

  it('also ends one that waits for its retry', async () => {
    const queue = newQueue()
    const orders = newFunction(queue.region, 'orders', fails)
    configure(orders)
    queue.send(orders)
    await queue.house.clock.advance(0)
    orders.reservedConcurrency = 0
    await queue.house.clock.settle()
    expect(conditions(queue)[0]).toEqual(['destination', 'ZeroReservedConcurrency', 1])
  })
})

describe('what is deleted', () => {
  it('takes its events with it: a function', async () => {
    const queue = newQueue()
    const orders = newFunction(queue.region, 'orders', fails)
    configure(orders)
    queue.send(orders)
    await queue.house.clock.advance(0)
    queue.region.functions.delete('orders')
    await queue.house.clock.settle()
    expect(queue.runs()).toHaveLength(1)
    expect(queue.deliveries()).toEqual([])
  })

  it('does not leave its events to a new function of the same name', async () => {
    const queue = newQueue()
    queue.send(newFunction(queue.region, 'orders', fails))
    await queue.house.clock.advance(0)
    newFunction(queue.region, 'orders')
    await queue.house.clock.settle()
    expect(queue.runs()).toHaveLength(1)
  })

  it('takes its events with it: an alias', async () => {
    const queue = newQueue()
    const orders = newFunction(queue.region, 'orders', fails)
    publish(orders, '1')
    point(orders, 'live', '1')
    configure(orders, { qualifier: 'live' })
    queue.send(orders, {}, { qualifier: 'live' })
    await queue.house.clock.advance(0)
    orders.aliases.clear()
    await queue.house.clock.settle()
    expect(queue.runs()).toHaveLength(1)
    expect(queue.deliveries()).toEqual([])
  })
})

describe('an alias', () => {
  it('draws its version by weight for every attempt', async () => {
    const queue = newQueue()
    const orders = newFunction(queue.region, 'orders', fails)
    publish(orders, '1')
    publish(orders, '2')
    point(orders, 'live', '1', { '2': 0.5 })
    configure(orders, { qualifier: 'live' })
    for (let sent = 0; sent < 50; sent++) queue.send(orders, {}, { qualifier: 'live' })
    await queue.house.clock.settle()
    const versions = new Map<string, Set<string>>()
    for (const { requestId, version } of queue.house.observed)
      versions.set(requestId, (versions.get(requestId) ?? new Set()).add(version))
    expect([...versions.values()].filter((drawn) => drawn.size === 2).length).toBeGreaterThan(10)
  })

  it('has settings of its own, and not those of $LATEST', async () => {
    const queue = newQueue()
    const orders = newFunction(queue.region, 'orders', fails)
    publish(orders, '1')
    point(orders, 'live', '1')
    configure(orders, { maximumRetryAttempts: 0, deadLetter: false })
    queue.send(orders, {}, { qualifier: 'live' })
    await queue.house.clock.settle()
    expect(queue.runs()).toHaveLength(3)
    expect(queue.deliveries()).toEqual([])
  })
})

it('10 events at once run side by side: each may wait for the last', async () => {
  const queue = newQueue()
  let arrived = 0
  let open!: () => void
  const all = new Promise<void>((resolve) => (open = resolve))
  const orders = newFunction(queue.region, 'orders', () => {
    if (++arrived === 10) open()
    return all
  })
  for (let sent = 0; sent < 10; sent++) queue.send(orders)
  await queue.house.clock.settle()
  expect(queue.runs()).toEqual(Array(10).fill('orders attempt 1 at 0 s'))
})
