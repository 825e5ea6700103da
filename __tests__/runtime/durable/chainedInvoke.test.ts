import { createApi, type Api } from '../../support/api'
import { createDurable, eventTypes, start } from '../../support/durable'

const get = (api: Api, DurableExecutionArn: string) => api.call('GetDurableExecution', { DurableExecutionArn })

async function withFunction(api: Api, name: string, handler: (event: any) => unknown) {
  await api.createFunction(name)
  api.region.functions.get(name)!.latest.body = { once: [], handler }
}

describe('CHAINED_INVOKE', () => {
  it('runs another function, and the handler goes on with its result', async () => {
    const api = createApi()
    await withFunction(api, 'price', async ({ items }: { items: number }) => ({ total: items * 12 }))
    await createDurable(api, 'orders', (event, durable) => durable.invoke('price', event))
    const arn = await start(api, 'orders', { items: 2 })
    expect(await get(api, arn)).toMatchObject({ Status: 'SUCCEEDED', Result: '{"total":24}' })
    const { Events } = await api.call('GetDurableExecutionHistory', { DurableExecutionArn: arn })
    expect(Events.filter((event) => event.Id === 'op-1')).toMatchObject([
      {
        EventType: 'ChainedInvokeStarted',
        ChainedInvokeStartedDetails: { FunctionName: 'price', Input: { Payload: '{"items":2}' }, ExecutedVersion: '$LATEST' },
      },
      { EventType: 'ChainedInvokeSucceeded', ChainedInvokeSucceededDetails: { Result: { Payload: '{"total":24}' } } },
    ])
  })

  it.each([
    ['throws', async () => Promise.reject(new TypeError('no price')), 'FAILED: TypeError no price'],
    ['has no place to run', undefined, 'FAILED: TooManyRequestsException Rate Exceeded.'],
  ])('fails when the other function %s', async (_, handler, ErrorMessage) => {
    const api = createApi()
    await withFunction(api, 'price', handler ?? (() => 1))
    if (handler === undefined) {
      await api.call('PutFunctionConcurrency', { FunctionName: 'price', ReservedConcurrentExecutions: 0 })
    }
    await createDurable(api, 'orders', (event, durable) => durable.invoke('price', event))
    const arn = await start(api, 'orders')
    expect(await get(api, arn)).toMatchObject({ Status: 'FAILED', Error: { ErrorMessage } })
    expect(await eventTypes(api, arn)).toContain('ChainedInvokeFailed')
  })

  it.each([
    ['does not exist', 'gone', /^FAILED: ResourceNotFoundException Function not found: .*:gone:\$LATEST$/],
    ['is durable and named without a version or alias', 'child', /^FAILED: InvalidParameterValueException .* unqualified ARN\.$/],
  ])('fails, and not the checkpoint, when the other function %s', async (_, name, ErrorMessage) => {
    const api = createApi()
    await createDurable(api, 'child', () => 1)
    await createDurable(api, 'orders', (event, durable) => durable.invoke(name, event))
    const arn = await start(api, 'orders')
    const { Error } = await get(api, arn)
    expect(Error!.ErrorMessage).toMatch(ErrorMessage)
  })

  it('has the trace that it asks for, or that of the execution, and stays part of its chain', async () => {
    const api = createApi()
    await createDurable(api, 'child', () => 1)
    const root = 'Root=1-5759e988-bd862e3fe1be46a994272793'
    await createDurable(api, 'orders', async (_, durable) => {
      if (durable.run > 1) return 1
      const ask = (Id: string, XAmznTraceId?: string) =>
        ({
          Id,
          Type: 'CHAINED_INVOKE',
          Action: 'START',
          ChainedInvokeOptions: { FunctionName: 'child:$LATEST', XAmznTraceId },
        }) as const
      await durable.checkpoint([ask('own', `${root};Parent=53995c3f42cd8ad8;Sampled=1`), ask('inherited')])
      return durable.suspend()
    })
    const arn = await start(api, 'orders')
    const traceOf = async (of: string) =>
      (await get(api, of)).TraceHeader!.XAmznTraceId!.split(/;(?=Lineage)/) as [string, string]
    const { Events } = await api.call('GetDurableExecutionHistory', { DurableExecutionArn: arn })
    const [own, inherited] = Events.flatMap(({ ChainedInvokeStartedDetails: details }) => details?.DurableExecutionArn ?? [])
    const [parents, lineage] = await traceOf(arn)
    expect((await traceOf(own!))[0]).toBe(`${root};Parent=53995c3f42cd8ad8;Sampled=1`)
    expect((await traceOf(inherited!))[0]).toBe(parents)
    for (const child of [own!, inherited!]) expect((await traceOf(child))[1]).toMatch(`${lineage}|`)
  })

  it('runs beside the handler that started it', async () => {
    const api = createApi()
    const order: string[] = []
    await withFunction(api, 'price', async () => void order.push('price'))
    await createDurable(api, 'orders', async (event, durable) => {
      if (durable.run > 1) return durable.invoke('price', event)
      const update = {
        Id: 'op-1',
        Type: 'CHAINED_INVOKE',
        Action: 'START',
        ChainedInvokeOptions: { FunctionName: 'price' },
      } as const
      await durable.checkpoint([update])
      // As the SDK polls while it has something else to do.
      while (durable.operations.get('op-1')!.Status === 'STARTED') await durable.checkpoint([])
      order.push('seen')
      return durable.suspend()
    })
    await start(api, 'orders')
    expect(order).toEqual(['price', 'seen'])
  })

  describe('of a durable function', () => {
    it('is an execution of its own, that may wait longer than a caller could', async () => {
      const api = createApi()
      await createDurable(api, 'child', async (event, durable) => {
        await durable.wait(7200)
        return { ...event, child: durable.arn }
      })
      await createDurable(api, 'orders', (event, durable) => durable.invoke('child:$LATEST', event))
      const arn = await start(api, 'orders', { id: 7 })
      const { DurableExecutions } = await api.call('ListDurableExecutionsByFunction', { FunctionName: 'child' })
      const [child] = DurableExecutions!
      expect(child!.Status).toBe('RUNNING')
      await api.house.clock.settle()
      expect(JSON.parse((await get(api, arn)).Result!)).toEqual({ id: 7, child: child!.DurableExecutionArn })
      const { Events } = await api.call('GetDurableExecutionHistory', { DurableExecutionArn: arn })
      expect(Events[1]!.ChainedInvokeStartedDetails!.DurableExecutionArn).toBe(child!.DurableExecutionArn)
    })

    it('passes at the expense of a synchronous caller of the first', async () => {
      const api = createApi()
      const noon = api.house.clock.now()
      await createDurable(api, 'grandchild', (_, durable) => durable.wait(100))
      await createDurable(api, 'child', (event, durable) => durable.invoke('grandchild:$LATEST', event))
      await createDurable(api, 'orders', (event, durable) => durable.invoke('child:$LATEST', event), {
        DurableConfig: { ExecutionTimeout: 900 },
      })
      expect((await api.call('Invoke', { FunctionName: 'orders:$LATEST' })).FunctionError).toBeUndefined()
      expect(api.house.clock.now()).toBe(noon + 100_000)
    })

    it.each([
      ['fails', 'FAILED: Error no stock', 'ChainedInvokeFailed'],
      ['times out', 'TIMED_OUT: undefined Execution timed out.', 'ChainedInvokeTimedOut'],
      ['is stopped', 'STOPPED: Cancelled by hand', 'ChainedInvokeStopped'],
    ])('tells when the other execution %s', async (how, ErrorMessage, event) => {
      const api = createApi()
      await createDurable(
        api,
        'child',
        async (_, durable) => {
          await durable.wait(60)
          if (how === 'fails') throw new Error('no stock')
          await durable.wait(86_400)
        },
        { DurableConfig: { ExecutionTimeout: 3600 } },
      )
      await createDurable(api, 'orders', (input, durable) => durable.invoke('child:$LATEST', input))
      const arn = await start(api, 'orders')
      if (how === 'is stopped') {
        const { DurableExecutions } = await api.call('ListDurableExecutionsByFunction', { FunctionName: 'child' })
        await api.call('StopDurableExecution', {
          DurableExecutionArn: DurableExecutions![0]!.DurableExecutionArn,
          Error: { ErrorType: 'Cancelled', ErrorMessage: 'by hand' },
        })
      }
      await api.house.clock.advance(7_200_000)
      expect(await get(api, arn)).toMatchObject({ Status: 'FAILED', Error: { ErrorMessage } })
      expect(await eventTypes(api, arn)).toContain(event)
    })

    it('ends with the execution that started it', async () => {
      const api = createApi()
      await createDurable(api, 'child', (_, durable) => durable.wait(86_400))
      await createDurable(api, 'orders', (event, durable) => durable.invoke('child:$LATEST', event))
      const arn = await start(api, 'orders')
      await api.call('StopDurableExecution', { DurableExecutionArn: arn })
      const { DurableExecutions } = await api.call('ListDurableExecutionsByFunction', { FunctionName: 'child' })
      expect(DurableExecutions).toMatchObject([{ Status: 'STOPPED' }])
      expect(await eventTypes(api, arn)).not.toContain('ChainedInvokeStopped')
    })
  })
})
