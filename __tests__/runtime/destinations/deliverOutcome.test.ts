import { acceptEvent } from '../../../src/runtime/async/acceptEvent'
import { continueTrace } from '../../../src/runtime/trace/trace'
import type { FunctionRecord } from '../../../src/state/functionRecord'
import { done, failed, letters } from '../../support/deliveries'
import { newFunction, point, publish } from '../../support/functions'
import { configure, newQueue } from '../../support/queue'

const fails = { always: { kind: 'throws' as const, error: new Error('no') } }
const to = (queue: ReturnType<typeof newQueue>) => queue.deliveries().map(({ kind, arn }) => `${kind} ${arn}`)

describe('the end of an event', () => {
  it('sends a failed one to its destination and to the dead-letter target, once each', async () => {
    const queue = newQueue()
    const orders = newFunction(queue.region, 'orders', fails)
    configure(orders)
    queue.send(orders)
    await queue.house.clock.settle()
    expect(to(queue)).toEqual([`destination ${failed}`, `dead-letter ${letters}`])
  })

  it('sends one that succeeded to its destination only', async () => {
    const queue = newQueue()
    const orders = newFunction(queue.region, 'orders')
    configure(orders)
    queue.send(orders)
    await queue.house.clock.settle()
    expect(to(queue)).toEqual([`destination ${done}`])
  })

  it('sends nothing where nothing is set', async () => {
    const queue = newQueue()
    queue.send(newFunction(queue.region, 'orders', fails))
    queue.send(newFunction(queue.region, 'payments'))
    await queue.house.clock.settle()
    expect(to(queue)).toEqual([])
  })
})

describe('a function as a destination', () => {
  it('is invoked asynchronously with the record as its event, under a request id of its own', async () => {
    const queue = newQueue()
    const orders = newFunction(queue.region, 'orders')
    const audit = newFunction(queue.region, 'audit')
    configure(orders, { onSuccess: audit.arn })
    queue.send(orders)
    await queue.house.clock.settle()
    const [delivery] = queue.deliveries()
    const run = queue.house.observed.at(-1)!
    expect(run).toMatchObject({ functionName: 'audit', type: 'Event', attempt: 1, event: delivery!.record })
    expect(run.requestId).not.toBe('event-1')
    expect(delivery).toMatchObject({ arn: audit.arn, requestId: 'event-1', error: undefined })
  })

  it('has retries and failure targets of its own', async () => {
    const queue = newQueue()
    const orders = newFunction(queue.region, 'orders', fails)
    const audit = newFunction(queue.region, 'audit', fails)
    configure(orders, { onFailure: audit.arn, maximumRetryAttempts: 0, deadLetter: false })
    configure(audit, { maximumRetryAttempts: 1 })
    queue.send(orders)
    await queue.house.clock.settle()
    expect(queue.runs()).toEqual(['orders attempt 1 at 0 s', 'audit attempt 1 at 0 s', 'audit attempt 2 at 60 s'])
    expect(to(queue)).toEqual([`destination ${audit.arn}`, `destination ${failed}`, `dead-letter ${letters}`])
  })

  it('may be an alias', async () => {
    const queue = newQueue()
    const orders = newFunction(queue.region, 'orders')
    const audit = newFunction(queue.region, 'audit')
    publish(audit, '4')
    point(audit, 'live', '4')
    configure(orders, { onSuccess: `${audit.arn}:live` })
    queue.send(orders)
    await queue.house.clock.settle()
    expect(queue.house.observed.at(-1)).toMatchObject({ functionName: 'audit', qualifier: 'live', version: '4' })
  })

  it.each(['', ':live'])('that is gone drops the record (audit%s)', async (suffix) => {
    const queue = newQueue()
    const orders = newFunction(queue.region, 'orders')
    const audit = newFunction(queue.region, 'audit')
    configure(orders, { onSuccess: `${audit.arn}${suffix}` })
    if (suffix === '') queue.region.functions.delete('audit')
    queue.send(orders)
    await queue.house.clock.settle()
    expect(queue.runs()).toEqual(['orders attempt 1 at 0 s'])
    expect(queue.deliveries()[0]!.error).toBe(`ResourceNotFoundException: Function not found: ${audit.arn}${suffix}`)
    expect(queue.house.delivered[0]!.isMistake).toBe(false)
  })
})

describe('a loop of destinations', () => {
  const count = (queue: ReturnType<typeof newQueue>, name: string) =>
    queue.house.observed.filter(({ functionName }) => functionName === name).length

  function loop(more: Partial<FunctionRecord> = {}) {
    const queue = newQueue()
    const ping = newFunction(queue.region, 'ping', undefined, more)
    const pong = newFunction(queue.region, 'pong', undefined, more)
    configure(ping, { onSuccess: pong.arn })
    configure(pong, { onSuccess: ping.arn })
    return { queue, ping, pong }
  }

  it('is cut off after 16 rounds; the event goes to the failure targets', async () => {
    const { queue, ping } = loop()
    queue.send(ping)
    await queue.house.clock.settle()
    expect([count(queue, 'ping'), count(queue, 'pong')]).toEqual([16, 16])
    const [destination, letter, ...rest] = queue.deliveries().slice(-2)
    expect(rest).toEqual([])
    expect(destination).toMatchObject({
      arn: failed,
      functionName: 'ping',
      condition: 'RecursiveInvocation',
      record: { requestContext: { condition: 'RecursiveInvocation', approximateInvokeCount: 0 } },
    })
    expect(destination!.record).not.toHaveProperty('responseContext')
    expect(letter).toMatchObject({
      arn: letters,
      condition: 'RecursiveInvocation',
      attributes: {
        ErrorCode: { StringValue: '400' },
        ErrorMessage: { StringValue: expect.stringMatching(/^Lambda has detected your function being invoked in a recursive/) },
      },
    })
  })

  it('of one function through a chain of its own events is cut off as well', async () => {
    const queue = newQueue()
    const orders = newFunction(queue.region, 'orders', (_event: unknown, context: { xRayTraceId: string }) => {
      const request = { region: queue.region, fn: orders, payload: new Uint8Array(), requestId: 'again' }
      acceptEvent({ ...request, traceHeader: context.xRayTraceId }, queue.house)
    })
    configure(orders, { onSuccess: undefined })
    queue.send(orders)
    await queue.house.clock.settle()
    expect(count(queue, 'orders')).toBe(16)
    expect(to(queue)).toEqual([`destination ${failed}`, `dead-letter ${letters}`])
  })

  it('comes to an end where every function is the failure destination of another', async () => {
    const { queue, ping, pong } = loop()
    configure(ping, { onSuccess: pong.arn, onFailure: pong.arn })
    configure(pong, { onSuccess: ping.arn, onFailure: ping.arn })
    queue.send(ping)
    await queue.house.clock.settle()
    expect([count(queue, 'ping'), count(queue, 'pong')]).toEqual([16, 16])
    expect(queue.deliveries().at(-2)).toMatchObject({
      arn: pong.arn,
      error: expect.stringMatching(/^RecursiveInvocationException: /) as string,
    })
  })

  it('goes on where it is allowed, until it can no longer be meant', async () => {
    const { queue, ping, pong } = loop({ recursiveLoop: 'Allow' })
    let traceHeader: string | undefined
    for (const { arn } of Array(990).fill([ping, pong]).flat() as FunctionRecord[])
      traceHeader = continueTrace(traceHeader, arn, queue.house).header
    queue.send(ping, {}, { traceHeader })
    await queue.house.clock.settle()
    expect([count(queue, 'ping'), count(queue, 'pong')]).toEqual([10, 10])
    expect(queue.house.delivered.at(-1)).toMatchObject({
      arn: ping.arn,
      isMistake: true,
      error: expect.stringMatching(/^Function ping has been invoked 1000 times in one chain of invocations/) as string,
    })
  })

  it('does not count retries of one event', async () => {
    const queue = newQueue()
    const orders = newFunction(queue.region, 'orders', fails)
    for (let sent = 0; sent < 20; sent++) queue.send(orders)
    await queue.house.clock.settle()
    expect(count(queue, 'orders')).toBe(60)
  })
})
