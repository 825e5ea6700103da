import { createApi } from '../../support/api'
import { createDurable, start } from '../../support/durable'

describe('GetDurableExecutionHistory', () => {
  it('shows what has happened, each event with its number and its details', async () => {
    const api = createApi()
    await createDurable(api, 'orders', async (_, durable) => {
      await durable.step('charge', () => 12)
      await durable.wait(60)
      return 'done'
    })
    const DurableExecutionArn = await start(api, 'orders', { id: 7 })
    await api.house.clock.settle()
    const Id = DurableExecutionArn.split('/').at(-1)
    const noon = new Date('2026-01-31T12:00:00.000Z')
    const later = new Date('2026-01-31T12:01:00.000Z')
    const RequestId = expect.stringMatching(/^[0-9a-f-]{36}$/)
    expect(await api.call('GetDurableExecutionHistory', { DurableExecutionArn })).toEqual({
      Events: [
        {
          EventType: 'ExecutionStarted',
          EventId: 1,
          Id,
          EventTimestamp: noon,
          ExecutionStartedDetails: { Input: { Payload: '{"id":7}' }, ExecutionTimeout: 86_400 },
        },
        { EventType: 'StepStarted', EventId: 2, Id: 'op-1', Name: 'charge', EventTimestamp: noon, StepStartedDetails: {} },
        {
          EventType: 'StepSucceeded',
          EventId: 3,
          Id: 'op-1',
          Name: 'charge',
          EventTimestamp: noon,
          StepSucceededDetails: { Result: { Payload: '12' }, RetryDetails: { CurrentAttempt: 1 } },
        },
        {
          EventType: 'WaitStarted',
          EventId: 4,
          Id: 'op-2',
          EventTimestamp: noon,
          WaitStartedDetails: { Duration: 60, ScheduledEndTimestamp: later },
        },
        {
          EventType: 'InvocationCompleted',
          EventId: 5,
          EventTimestamp: noon,
          InvocationCompletedDetails: { StartTimestamp: noon, EndTimestamp: noon, RequestId },
        },
        { EventType: 'WaitSucceeded', EventId: 6, Id: 'op-2', EventTimestamp: later, WaitSucceededDetails: { Duration: 60 } },
        {
          EventType: 'InvocationCompleted',
          EventId: 7,
          EventTimestamp: later,
          InvocationCompletedDetails: { StartTimestamp: later, EndTimestamp: later, RequestId },
        },
        {
          EventType: 'ExecutionSucceeded',
          EventId: 8,
          Id,
          EventTimestamp: later,
          ExecutionSucceededDetails: { Result: { Payload: '"done"' } },
        },
      ],
    })
  })

  it('leaves the payloads out on demand', async () => {
    const api = createApi()
    await createDurable(api, 'orders', async (_, durable) => {
      await durable.step('charge', () => 12)
      throw new Error('no stock')
    })
    const DurableExecutionArn = await start(api, 'orders', { id: 7 })
    const { Events } = await api.call('GetDurableExecutionHistory', { DurableExecutionArn, IncludeExecutionData: false })
    expect(Events).toMatchObject([
      { ExecutionStartedDetails: { Input: {}, ExecutionTimeout: 86_400 } },
      { StepStartedDetails: {} },
      { StepSucceededDetails: { Result: {}, RetryDetails: { CurrentAttempt: 1 } } },
      { InvocationCompletedDetails: { Error: {} } },
      { ExecutionFailedDetails: { Error: {} } },
    ])
    expect(JSON.stringify(Events)).not.toMatch(/Payload|no stock/)
  })

  it('gives 100 events a page, oldest or newest first', async () => {
    const api = createApi()
    await createDurable(api, 'orders', async (_, durable) => {
      for (let step = 0; step < 120; step++) await durable.step(`step ${step}`, () => step)
    })
    const DurableExecutionArn = await start(api, 'orders')
    const pages = async (more: object) => {
      const ids: number[][] = []
      for (let Marker: string | undefined; ids.length === 0 || Marker !== undefined;) {
        const answer = await api.call('GetDurableExecutionHistory', { DurableExecutionArn, Marker, ...more })
        ids.push(answer.Events.map((event) => event.EventId!))
        Marker = answer.NextMarker
      }
      return ids
    }
    const all = Array.from({ length: 243 }, (_, index) => index + 1)
    const ascending = await pages({})
    expect(ascending.map((page) => page.length)).toEqual([100, 100, 43])
    expect(ascending.flat()).toEqual(all)
    expect((await pages({ ReverseOrder: true })).flat()).toEqual([...all].reverse())
    expect((await pages({ MaxItems: 1000 })).map((page) => page.length)).toEqual([243])
    expect((await pages({ MaxItems: 0 }))[0]).toHaveLength(100)
  })

  it('goes on behind a marker with what has been added, and before it without', async () => {
    const api = createApi()
    await createDurable(api, 'orders', async (_, durable) => {
      for (let wait = 0; wait < 3; wait++) await durable.wait(60)
    })
    const DurableExecutionArn = await start(api, 'orders')
    const read = (more: object) => api.call('GetDurableExecutionHistory', { DurableExecutionArn, MaxItems: 2, ...more })
    const [oldest, newest] = [await read({}), await read({ ReverseOrder: true })]
    expect(newest.Events.map((event) => event.EventId)).toEqual([3, 2])
    await api.house.clock.advance(60_000)
    const ids = async (answer: typeof oldest, more: object) =>
      (await read({ Marker: answer.NextMarker, ...more })).Events.map((event) => event.EventId)
    expect(await ids(oldest, { MaxItems: 10 })).toEqual([3, 4, 5, 6])
    expect(await ids(newest, { ReverseOrder: true })).toEqual([1])
  })

  it('refuses a marker that is older than a day, or of another list', async () => {
    const api = createApi()
    await createDurable(api, 'orders', (_, durable) => durable.wait(3600))
    const DurableExecutionArn = await start(api, 'orders')
    const { NextMarker } = await api.call('GetDurableExecutionHistory', { DurableExecutionArn, MaxItems: 1 })
    const invalid = { code: 'InvalidParameterValueException', status: 400, message: 'Invalid Marker' }
    expect(await api.refusal('ListDurableExecutionsByFunction', { FunctionName: 'orders', Marker: NextMarker })).toEqual(invalid)
    expect(await api.refusal('GetDurableExecutionHistory', { DurableExecutionArn, Marker: 'bm9uc2Vuc2U=' })).toEqual(invalid)
    await api.house.clock.advance(86_400_000)
    await expect(api.call('GetDurableExecutionHistory', { DurableExecutionArn, Marker: NextMarker })).resolves.toBeDefined()
    await api.house.clock.advance(1)
    expect(await api.refusal('GetDurableExecutionHistory', { DurableExecutionArn, Marker: NextMarker })).toEqual(invalid)
  })

  it('misses an unknown execution', async () => {
    const DurableExecutionArn = 'arn:aws:lambda:us-east-1:123456789012:function:orders:$LATEST/durable-execution/gone/gone'
    expect(await createApi().refusal('GetDurableExecutionHistory', { DurableExecutionArn })).toMatchObject({
      code: 'ResourceNotFoundException',
      status: 404,
    })
  })
})
