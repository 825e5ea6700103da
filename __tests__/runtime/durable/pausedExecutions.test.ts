import { createSnapshots } from '../../../src/double/snapshot'
import { createApi, type Api } from '../../support/api'
import { createDurable, start, type Durable } from '../../support/durable'

type Body = (event: unknown, durable: Durable) => unknown

/** Another double, with the same durable functions, that gets what the first one has by way of JSON. */
async function moved(from: Api, functions: Record<string, Body>): Promise<Api> {
  const api = createApi({ seed: 2, now: from.house.clock.now() })
  for (const [name, body] of Object.entries(functions)) await createDurable(api, name, body)
  const snapshot = createSnapshots(() => from.house).snapshot()
  createSnapshots(() => api.house).load(JSON.parse(JSON.stringify(snapshot)) as typeof snapshot)
  return api
}

async function outcome(api: Api, DurableExecutionArn: string): Promise<readonly unknown[]> {
  const { Status, Result, Error } = await api.call('GetDurableExecution', { DurableExecutionArn })
  return [Status, Result ?? Error?.ErrorMessage]
}

describe('a durable execution in a snapshot', () => {
  it('that has ended can be looked at', async () => {
    const api = createApi()
    await createDurable(api, 'orders', (_, durable) => durable.step('one', () => 7))
    const DurableExecutionArn = await start(api, 'orders')
    const other = await moved(api, {})
    for (const name of ['GetDurableExecution', 'GetDurableExecutionHistory'] as const)
      expect(await other.call(name, { DurableExecutionArn })).toEqual(await api.call(name, { DurableExecutionArn }))
  })

  it('that waits goes on at its time, on both sides', async () => {
    const orders: Body = async (_, durable) => {
      const one = await durable.step('one', () => 1)
      await durable.wait(60)
      return one + 1
    }
    const api = createApi()
    await createDurable(api, 'orders', orders)
    const arn = await start(api, 'orders')
    const other = await moved(api, { orders })
    for (const each of [other, api]) {
      await each.house.clock.advance(59_000)
      expect(await outcome(each, arn)).toEqual(['RUNNING', undefined])
      await each.house.clock.advance(1_000)
      expect(await outcome(each, arn)).toEqual(['SUCCEEDED', '2'])
    }
  })

  it('that has started another one gets its result', async () => {
    const orders: Body = (_, durable) => durable.invoke('mails:$LATEST', 1)
    const mails: Body = async (_, durable) => {
      await durable.wait(60)
      return 'sent'
    }
    const api = createApi()
    await createDurable(api, 'orders', orders)
    await createDurable(api, 'mails', mails)
    const arn = await start(api, 'orders')
    const other = await moved(api, { orders, mails })
    await other.house.clock.advance(60_000)
    expect(await outcome(other, arn)).toEqual(['SUCCEEDED', '"sent"'])
    expect(await outcome(api, arn)).toEqual(['RUNNING', undefined])
  })

  it('whose handler was at work is run again, as after a crash', async () => {
    let runs = 0
    const orders: Body = async () => {
      if (++runs === 1) await new Promise(() => undefined)
      return runs
    }
    const api = createApi()
    await createDurable(api, 'orders', orders)
    const { DurableExecutionArn } = await api.call('Invoke', { FunctionName: 'orders:$LATEST', InvocationType: 'Event' })
    await new Promise((resolve) => setImmediate(resolve))
    expect(runs).toBe(1)
    const other = await moved(api, { orders })
    await other.house.clock.advance(0)
    expect(await outcome(other, DurableExecutionArn!)).toEqual(['SUCCEEDED', '2'])
  })

  it('that waits for a function which is no durable one is told that its run is lost', async () => {
    const orders: Body = (_, durable) => durable.invoke('plain', 1)
    const api = createApi()
    await createDurable(api, 'orders', orders)
    await api.createFunction('plain')
    api.region.functions.get('plain')!.latest.body = { once: [], handler: () => new Promise(() => undefined) }
    const { DurableExecutionArn } = await api.call('Invoke', { FunctionName: 'orders:$LATEST', InvocationType: 'Event' })
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve))
    const other = await moved(api, { orders })
    await other.house.clock.advance(0)
    expect(await outcome(other, DurableExecutionArn!)).toEqual([
      'FAILED',
      expect.stringContaining('under way when the snapshot was taken'),
    ])
  })
})
