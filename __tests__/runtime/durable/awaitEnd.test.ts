import { createApi, type Api } from '../../support/api'
import { createDurable } from '../../support/durable'

const DurableConfig = { ExecutionTimeout: 900 }
const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString()
const invoke = (api: Api, FunctionName: string) => api.call('Invoke', { FunctionName: `${FunctionName}:$LATEST` })
const turns = async (count = 20) => {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve))
}

describe('the caller of a synchronous Invoke', () => {
  it('has the result of the execution, whatever it waited for, at no cost', async () => {
    const api = createApi()
    const noon = api.house.clock.now()
    await createDurable(
      api,
      'orders',
      async (_, durable) => {
        await durable.wait(300)
        await durable.step(
          'charge',
          (attempt) => {
            if (attempt === 1) throw new Error('not yet')
          },
          [200],
        )
        return durable.run
      },
      { DurableConfig },
    )
    const reply = await invoke(api, 'orders')
    expect(reply).toMatchObject({ StatusCode: 200, ExecutedVersion: '$LATEST', FunctionError: undefined })
    expect(text(reply.Payload)).toBe('3')
    expect(api.house.clock.now()).toBe(noon + 500_000)
  })

  it('is told after the time that the execution may take', async () => {
    const api = createApi()
    const noon = api.house.clock.now()
    await createDurable(api, 'orders', (_, durable) => durable.wait(86_400), { DurableConfig })
    const reply = await invoke(api, 'orders')
    expect(reply.FunctionError).toBe('Unhandled')
    expect(JSON.parse(text(reply.Payload))).toEqual({ errorMessage: 'Execution timed out.' })
    expect(api.house.clock.now()).toBe(noon + 900_000)
  })

  it('waits for 15 minutes at most where the execution has no time-out of its own', async () => {
    const api = createApi()
    const noon = api.house.clock.now()
    await createDurable(api, 'orders', (_, durable) => durable.wait(86_400), { DurableConfig: {} })
    expect((await invoke(api, 'orders')).FunctionError).toBe('Unhandled')
    expect(api.house.clock.now()).toBe(noon + 900_000)
  })

  it('lets no time pass while a callback is open, and goes on when somebody closes it', async () => {
    const api = createApi()
    const noon = api.house.clock.now()
    const submitted: string[] = []
    await createDurable(
      api,
      'orders',
      async (_, durable) => {
        const answer = await durable.callback((id) => submitted.push(id), { TimeoutSeconds: 60 })
        await durable.wait(30)
        return answer
      },
      { DurableConfig },
    )
    const reply = invoke(api, 'orders')
    await turns()
    expect(api.house.clock.now()).toBe(noon)
    await api.call('SendDurableExecutionCallbackSuccess', { CallbackId: submitted[0]!, Result: Buffer.from('approved') })
    expect(text((await reply).Payload)).toBe('"approved"')
    expect(api.house.clock.now()).toBe(noon + 30_000)
  })

  it('leaves a callback time even if the execution waits for something else beside it', async () => {
    const api = createApi()
    const noon = api.house.clock.now()
    const submitted: string[] = []
    await createDurable(
      api,
      'orders',
      async (_, durable) => {
        if (durable.run === 1) {
          await durable.checkpoint([{ Id: 'beside', Type: 'WAIT', Action: 'START', WaitOptions: { WaitSeconds: 60 } }])
        }
        return durable.callback((id) => submitted.push(id))
      },
      { DurableConfig },
    )
    const reply = invoke(api, 'orders')
    await turns()
    expect(api.house.clock.now()).toBe(noon)
    await api.call('SendDurableExecutionCallbackSuccess', { CallbackId: submitted[0]!, Result: Buffer.from('approved') })
    expect(text((await reply).Payload)).toBe('"approved"')
  })

  it('goes on when the test lets the time-out of a callback pass', async () => {
    const api = createApi()
    await createDurable(api, 'orders', (_, durable) => durable.callback(() => undefined, { TimeoutSeconds: 60 }), {
      DurableConfig,
    })
    const reply = invoke(api, 'orders')
    await turns()
    await api.house.clock.advance(60_000)
    expect(JSON.parse(text((await reply).Payload))).toMatchObject({ errorMessage: 'TIMED_OUT: Callback timed out' })
  })

  it('hears at once that the execution was stopped, even while its handler runs', async () => {
    const api = createApi()
    let release: () => void = () => undefined
    await createDurable(api, 'orders', () => new Promise<void>((resolve) => (release = resolve)), { DurableConfig })
    const reply = invoke(api, 'orders')
    await turns()
    const [execution] = api.region.durableExecutions.keys()
    await api.call('StopDurableExecution', {
      DurableExecutionArn: execution!,
      Error: { ErrorType: 'Cancelled', ErrorMessage: 'no' },
    })
    expect(JSON.parse(text((await reply).Payload))).toEqual({ errorType: 'Cancelled', errorMessage: 'no' })
    release()
    await turns()
    const { Events } = await api.call('GetDurableExecutionHistory', { DurableExecutionArn: execution! })
    expect(Events.map((event) => event.EventType)).toEqual(['ExecutionStarted', 'ExecutionStopped'])
  })

  it('has the execution of the same name, even after its end', async () => {
    const api = createApi()
    await createDurable(api, 'orders', (_, durable) => durable.arn, { DurableConfig })
    const named = { FunctionName: 'orders:$LATEST', DurableExecutionName: 'order-7', Payload: Buffer.from('{"id":7}') }
    const [first, second] = await Promise.all([api.call('Invoke', named), api.call('Invoke', named)])
    const third = await api.call('Invoke', named)
    expect(text(first.Payload)).toBe(JSON.stringify(first.DurableExecutionArn))
    for (const again of [second, third]) expect(again).toEqual({ ...first, Payload: expect.anything() })
    expect(text(third.Payload)).toBe(text(first.Payload))
    expect(api.house.ranSoFar()).toHaveLength(1)
  })

  it('is throttled as by any function, and then there is no execution', async () => {
    const api = createApi()
    await createDurable(api, 'orders', () => 1, { DurableConfig })
    await api.call('PutFunctionConcurrency', { FunctionName: 'orders', ReservedConcurrentExecutions: 0 })
    expect(await api.refusal('Invoke', { FunctionName: 'orders:$LATEST' })).toMatchObject({
      code: 'TooManyRequestsException',
      status: 429,
    })
    expect(api.region.durableExecutions.size).toBe(0)
  })

  it('may be the handler of an asynchronous event', async () => {
    const api = createApi()
    const answers: string[] = []
    await createDurable(api, 'inner', (_, durable) => durable.wait(60), { DurableConfig })
    await api.createFunction('outer', { Timeout: 900 })
    api.region.functions.get('outer')!.latest.body = {
      once: [],
      handler: async () => void answers.push(text((await invoke(api, 'inner')).Payload)),
    }
    await api.call('Invoke', { FunctionName: 'outer', InvocationType: 'Event' })
    await api.house.clock.settle()
    expect(answers).toEqual(['null'])
  })

  it('may be such a handler while somebody outside closes a callback further down', async () => {
    const api = createApi()
    const submitted: string[] = []
    const answers: string[] = []
    await createDurable(api, 'innermost', async (_, durable) => {
      const answer = await durable.callback((id) => submitted.push(id))
      await durable.wait(30)
      return answer
    })
    await createDurable(api, 'inner', (event, durable) => durable.invoke('innermost:$LATEST', event), { DurableConfig })
    await api.createFunction('outer', { Timeout: 900 })
    api.region.functions.get('outer')!.latest.body = {
      once: [],
      handler: async () => void answers.push(text((await invoke(api, 'inner')).Payload)),
    }
    await api.call('Invoke', { FunctionName: 'outer', InvocationType: 'Event' })
    const settled = api.house.clock.settle()
    await turns()
    await api.call('SendDurableExecutionCallbackSuccess', { CallbackId: submitted[0]!, Result: Buffer.from('approved') })
    await settled
    expect(answers).toEqual(['"approved"'])
  })

  it('waits in real time where time is real', async () => {
    const api = createApi({ time: 'real' })
    await createDurable(
      api,
      'orders',
      async (_, durable) => {
        await durable.wait(1)
        return durable.run
      },
      { DurableConfig },
    )
    expect(text((await invoke(api, 'orders')).Payload)).toBe('2')
  })
})
