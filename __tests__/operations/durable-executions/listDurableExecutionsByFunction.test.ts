import { createApi, type Api } from '../../support/api'
import { createDurable, start } from '../../support/durable'

async function threeExecutions(): Promise<Api> {
  const api = createApi()
  await createDurable(api, 'orders', async (event, durable) => {
    if (event.wait) await durable.wait(event.wait)
    if (event.fail) throw new Error('no stock')
  })
  await start(api, 'orders', {}, 'first')
  await api.house.clock.advance(60_000)
  await start(api, 'orders', { fail: true }, 'second')
  await api.house.clock.advance(60_000)
  await start(api, 'orders', { wait: 600 }, 'third')
  return api
}

const names = async (api: Api, more: object = {}) => {
  const { DurableExecutions } = await api.call('ListDurableExecutionsByFunction', { FunctionName: 'orders', ...more })
  return DurableExecutions!.map((execution) => execution.DurableExecutionName)
}

describe('ListDurableExecutionsByFunction', () => {
  it('lists the executions of a function, the newest first', async () => {
    const api = await threeExecutions()
    const { DurableExecutions, NextMarker } = await api.call('ListDurableExecutionsByFunction', { FunctionName: 'orders' })
    expect(NextMarker).toBeUndefined()
    expect(DurableExecutions![1]).toEqual({
      DurableExecutionArn: expect.stringContaining(':function:orders:$LATEST/durable-execution/second/'),
      DurableExecutionName: 'second',
      FunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:orders',
      Status: 'FAILED',
      StartTimestamp: new Date('2026-01-31T12:01:00.000Z'),
      EndTimestamp: new Date('2026-01-31T12:01:00.000Z'),
    })
    expect(await names(api)).toEqual(['third', 'second', 'first'])
    expect(await names(api, { ReverseOrder: true })).toEqual(['first', 'second', 'third'])
  })

  it.each([
    [{ DurableExecutionName: 'second' }, ['second']],
    [{ Statuses: ['RUNNING', 'SUCCEEDED'] }, ['third', 'first']],
    [{ Statuses: ['STOPPED'] }, []],
    [{ StartedAfter: new Date('2026-01-31T12:00:00.000Z') }, ['third', 'second']],
    [{ StartedBefore: new Date('2026-01-31T12:01:00.000Z') }, ['first']],
  ])('filters by %j', async (filter, expected) => {
    expect(await names(await threeExecutions(), filter)).toEqual(expected)
  })

  it('lists those of one version on demand', async () => {
    const api = await threeExecutions()
    await api.call('PublishVersion', { FunctionName: 'orders' })
    await api.call('CreateAlias', { FunctionName: 'orders', Name: 'live', FunctionVersion: '1' })
    const invocation = { FunctionName: 'orders:live', InvocationType: 'Event', DurableExecutionName: 'published' } as const
    const { DurableExecutionArn } = await api.call('Invoke', invocation)
    expect(DurableExecutionArn).toContain(':function:orders:1/durable-execution/published/')
    expect(await names(api, { Qualifier: '1' })).toEqual(['published'])
    expect(await names(api, { FunctionName: 'orders:live' })).toEqual(['published'])
    expect(await names(api, { Qualifier: '$LATEST', MaxItems: 2 })).toEqual(['third', 'second'])
    expect(await names(api)).toHaveLength(4)
  })

  it('gives 100 a page', async () => {
    const api = createApi()
    await createDurable(api, 'orders', () => 1)
    for (let index = 0; index < 105; index++) await start(api, 'orders', {}, `order-${index}`)
    const first = await api.call('ListDurableExecutionsByFunction', { FunctionName: 'orders' })
    expect(first.DurableExecutions).toHaveLength(100)
    expect(await names(api, { Marker: first.NextMarker })).toEqual(['order-4', 'order-3', 'order-2', 'order-1', 'order-0'])
    expect(await names(api, { MaxItems: 1000 })).toHaveLength(105)
  })

  it('misses an unknown function, and an unknown version', async () => {
    const api = await threeExecutions()
    const gone = 'arn:aws:lambda:us-east-1:123456789012:function:gone'
    expect(await api.refusal('ListDurableExecutionsByFunction', { FunctionName: 'gone' })).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message: `Function not found: ${gone}`,
    })
    expect(await api.refusal('ListDurableExecutionsByFunction', { FunctionName: 'orders', Qualifier: '9' })).toMatchObject({
      code: 'ResourceNotFoundException',
    })
  })
})
