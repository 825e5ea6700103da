import { createApi } from '../../support/api'
import { Crash, createDurable, eventTypes, start, type DurableEvent } from '../../support/durable'

const hour = 3_600_000
const status = (api: ReturnType<typeof createApi>, DurableExecutionArn: string) =>
  api.call('GetDurableExecution', { DurableExecutionArn })

describe('a durable execution', () => {
  it('runs the handler with the event as the EXECUTION operation, and ends with its result', async () => {
    const api = createApi()
    const events: DurableEvent[] = []
    await api.createFunction('orders', { DurableConfig: { ExecutionTimeout: 60 } })
    api.region.functions.get('orders')!.latest.body = {
      once: [],
      handler: async (event: DurableEvent) => {
        events.push(event)
        return { Status: 'SUCCEEDED', Result: '{"ok":true}' }
      },
    }
    const arn = await start(api, 'orders', { id: 7 })
    const id = arn.split('/').at(-1)!
    expect(events).toEqual([
      {
        DurableExecutionArn: arn,
        CheckpointToken: expect.stringMatching(/^[A-Za-z0-9+/]+={0,2}$/),
        InitialExecutionState: {
          Operations: [
            {
              Id: id,
              Type: 'EXECUTION',
              StartTimestamp: '2026-01-31T12:00:00.000Z',
              Status: 'STARTED',
              ExecutionDetails: { InputPayload: '{"id":7}' },
            },
          ],
          NextMarker: '',
        },
      },
    ])
    expect(await status(api, arn)).toMatchObject({ Status: 'SUCCEEDED', Result: '{"ok":true}' })
  })

  it('waits for hours of virtual time, and is called again when they are over', async () => {
    const api = createApi()
    const runs: [number, number][] = []
    await createDurable(api, 'orders', async (_, durable) => {
      runs.push([durable.run, api.house.clock.now()])
      await durable.wait(6 * 3600)
      await durable.wait(3600)
      return 'done'
    })
    const noon = api.house.clock.now()
    const arn = await start(api, 'orders')
    await api.house.clock.advance(6 * hour - 1)
    expect(runs).toEqual([[1, noon]])
    expect((await status(api, arn)).Status).toBe('RUNNING')
    await api.house.clock.settle()
    expect(runs.slice(1)).toEqual([
      [2, noon + 6 * hour],
      [3, noon + 7 * hour],
    ])
    expect(await status(api, arn)).toMatchObject({ Status: 'SUCCEEDED', Result: '"done"' })
    expect(await eventTypes(api, arn)).toEqual([
      'ExecutionStarted',
      'WaitStarted',
      'InvocationCompleted',
      'WaitSucceeded',
      'WaitStarted',
      'InvocationCompleted',
      'WaitSucceeded',
      'InvocationCompleted',
      'ExecutionSucceeded',
    ])
  })

  it('tells the handler which operations others have brought on since its last run', async () => {
    const api = createApi()
    const told: (readonly string[] | undefined)[] = []
    await createDurable(api, 'orders', (_, durable) => durable.wait(60))
    const { body } = api.region.functions.get('orders')!.latest
    const handler = body.handler!
    api.region.functions.get('orders')!.latest.body = {
      once: [],
      handler: async (event: DurableEvent) => {
        told.push(event.UpdatedOperationIds)
        return handler(event)
      },
    }
    await start(api, 'orders')
    await api.house.clock.settle()
    expect(told).toEqual([undefined, ['op-1']])
  })

  it('runs a step once, however often the handler is called', async () => {
    const api = createApi()
    const charge = jest.fn(() => ({ paid: 12 }))
    await createDurable(api, 'orders', async (_, durable) => {
      const payment = await durable.step('charge', charge)
      await durable.wait(60)
      await durable.wait(60)
      return payment
    })
    const arn = await start(api, 'orders')
    await api.house.clock.settle()
    expect(charge).toHaveBeenCalledTimes(1)
    expect(await status(api, arn)).toMatchObject({ Status: 'SUCCEEDED', Result: '{"paid":12}' })
  })

  it('is called once for each thing that happens, and looks at what is still open', async () => {
    const api = createApi()
    const seen: (string | undefined)[][] = []
    await createDurable(api, 'orders', async (_, durable) => {
      const wait = (Id: string, WaitSeconds: number) =>
        ({ Id, Type: 'WAIT', Action: 'START', WaitOptions: { WaitSeconds } }) as const
      if (durable.run === 1) await durable.checkpoint([wait('short', 10), wait('long', 20)])
      seen.push(['short', 'long'].map((id) => durable.operations.get(id)!.Status))
      if (durable.operations.get('long')!.Status !== 'SUCCEEDED') durable.suspend()
    })
    const arn = await start(api, 'orders')
    await api.house.clock.settle()
    expect(seen).toEqual([
      ['STARTED', 'STARTED'],
      ['SUCCEEDED', 'STARTED'],
      ['SUCCEEDED', 'SUCCEEDED'],
    ])
    expect((await status(api, arn)).Status).toBe('SUCCEEDED')
  })

  it('tries a step again when its delay is over, with the number of the attempt', async () => {
    const api = createApi()
    const attempts: [number, number][] = []
    const noon = api.house.clock.now()
    await createDurable(api, 'orders', (_, durable) =>
      durable.step(
        'charge',
        (attempt) => {
          attempts.push([attempt, api.house.clock.now() - noon])
          if (attempt < 3) throw new Error(`no answer to attempt ${attempt}`)
          return 'paid'
        },
        [10, 3600],
      ),
    )
    const arn = await start(api, 'orders')
    await api.house.clock.settle()
    expect(attempts).toEqual([
      [1, 0],
      [2, 10_000],
      [3, 3_610_000],
    ])
    const { Events } = await api.call('GetDurableExecutionHistory', { DurableExecutionArn: arn })
    expect(Events.filter((event) => event.EventType!.startsWith('Step'))).toMatchObject([
      { EventType: 'StepStarted', Id: 'op-1', Name: 'charge' },
      {
        EventType: 'StepFailed',
        StepFailedDetails: {
          Error: { Payload: { ErrorType: 'Error', ErrorMessage: 'no answer to attempt 1' } },
          RetryDetails: { CurrentAttempt: 1, NextAttemptDelaySeconds: 10 },
        },
      },
      { EventType: 'StepStarted' },
      { EventType: 'StepFailed', StepFailedDetails: { RetryDetails: { CurrentAttempt: 2, NextAttemptDelaySeconds: 3600 } } },
      { EventType: 'StepStarted' },
      {
        EventType: 'StepSucceeded',
        StepSucceededDetails: { Result: { Payload: '"paid"' }, RetryDetails: { CurrentAttempt: 3 } },
      },
    ])
  })

  it('fails with the error of a handler that gives up', async () => {
    const api = createApi()
    await createDurable(api, 'orders', (_, durable) =>
      durable.step('charge', () => {
        throw new RangeError('no funds')
      }),
    )
    const arn = await start(api, 'orders')
    expect(await status(api, arn)).toMatchObject({
      Status: 'FAILED',
      Error: { ErrorType: 'RangeError', ErrorMessage: 'no funds' },
      Result: undefined,
      EndTimestamp: new Date(api.house.clock.now()),
    })
    expect((await eventTypes(api, arn)).slice(-2)).toEqual(['InvocationCompleted', 'ExecutionFailed'])
  })

  describe('whose handler crashes', () => {
    it('replays what was saved before the crash, and goes on from there', async () => {
      const api = createApi()
      const done: string[] = []
      await createDurable(api, 'orders', async (_, durable) => {
        await durable.step('charge', () => done.push('charged'))
        if (durable.run === 1) throw new Crash('out of luck')
        await durable.step('ship', () => done.push('shipped'))
        return durable.run
      })
      const arn = await start(api, 'orders')
      expect((await status(api, arn)).Status).toBe('RUNNING')
      await api.house.clock.settle()
      expect(done).toEqual(['charged', 'shipped'])
      expect(await status(api, arn)).toMatchObject({ Status: 'SUCCEEDED', Result: '2' })
      const { Events } = await api.call('GetDurableExecutionHistory', { DurableExecutionArn: arn })
      const runs = Events.filter((event) => event.EventType === 'InvocationCompleted')
      expect(runs.map((event) => event.InvocationCompletedDetails!.Error?.Payload?.ErrorMessage)).toEqual([
        'out of luck',
        undefined,
      ])
      expect(new Set(runs.map((event) => event.InvocationCompletedDetails!.RequestId)).size).toBe(2)
    })

    it('fails after three crashes in a row, seconds apart', async () => {
      const api = createApi()
      const times: number[] = []
      await createDurable(api, 'orders', () => {
        times.push(api.house.clock.now())
        throw new Crash('out of luck')
      })
      const arn = await start(api, 'orders')
      await api.house.clock.settle()
      expect(times.map((time) => time - times[0]!)).toEqual([0, 1_000, 3_000])
      expect(await status(api, arn)).toMatchObject({ Status: 'FAILED', Error: { ErrorMessage: 'out of luck' } })
    })

    it('counts anew after a run that answered', async () => {
      const api = createApi()
      await createDurable(api, 'orders', async (_, durable) => {
        if (durable.run % 3 !== 0) throw new Crash('out of luck')
        for (let wait = 0; wait < 3; wait++) await durable.wait(60)
        return durable.run
      })
      const arn = await start(api, 'orders')
      await api.house.clock.settle()
      expect(await status(api, arn)).toMatchObject({ Status: 'SUCCEEDED', Result: '12' })
    })

    it('is told again what the run that crashed was told', async () => {
      const api = createApi()
      await createDurable(api, 'orders', async (_, durable) => {
        if (durable.run === 2) throw new Crash('out of luck')
        await durable.wait(60)
      })
      await start(api, 'orders')
      await api.house.clock.settle()
      const told = api.house.ranSoFar().map((run) => (run.event as DurableEvent).UpdatedOperationIds)
      expect(told).toEqual([undefined, ['op-1'], ['op-1']])
    })

    it('leaves nothing behind that could still save something', async () => {
      const api = createApi()
      const tokens: string[] = []
      await createDurable(api, 'orders', async (_, durable) => {
        tokens.push(durable.token())
        if (durable.run === 1) throw new Crash('out of luck')
        await expect(
          api.call('CheckpointDurableExecution', { DurableExecutionArn: durable.arn, CheckpointToken: tokens[0]! }),
        ).rejects.toMatchObject({ message: 'Invalid Checkpoint Token' })
        return 'fenced'
      })
      const arn = await start(api, 'orders')
      await api.house.clock.settle()
      expect(await status(api, arn)).toMatchObject({ Status: 'SUCCEEDED', Result: '"fenced"' })
    })
  })

  it('takes no checkpoint of a run that is over', async () => {
    const api = createApi()
    let late: () => Promise<unknown> = async () => undefined
    await createDurable(api, 'orders', async (_, durable) => {
      late = () => durable.checkpoint([])
      await durable.wait(60)
    })
    await start(api, 'orders')
    await expect(late()).rejects.toMatchObject({ message: 'Invalid Checkpoint Token' })
  })

  it('ends when its time is up, whatever it waits for', async () => {
    const api = createApi()
    await createDurable(api, 'orders', (_, durable) => durable.wait(7200), { DurableConfig: { ExecutionTimeout: 3600 } })
    const arn = await start(api, 'orders')
    const started = api.house.clock.now()
    await api.house.clock.advance(2 * hour)
    expect(await status(api, arn)).toMatchObject({
      Status: 'TIMED_OUT',
      EndTimestamp: new Date(started + hour),
      Error: { ErrorMessage: 'Execution timed out.' },
    })
    expect(await eventTypes(api, arn)).toEqual(['ExecutionStarted', 'WaitStarted', 'InvocationCompleted', 'ExecutionTimedOut'])
    expect(api.house.ranSoFar()).toHaveLength(1)
  })

  it('waits for its limits only if somebody lets time pass', async () => {
    const api = createApi()
    await createDurable(api, 'orders', (_, durable) => durable.callback(() => undefined, { TimeoutSeconds: 60 }))
    const arn = await start(api, 'orders')
    await api.house.clock.settle()
    expect((await status(api, arn)).Status).toBe('RUNNING')
    await api.house.clock.advance(60_000)
    expect(await status(api, arn)).toMatchObject({ Status: 'FAILED', Error: { ErrorMessage: 'TIMED_OUT: Callback timed out' } })
  })

  it('fails if its function is gone when it is to go on', async () => {
    const api = createApi()
    await createDurable(api, 'orders', (_, durable) => durable.wait(60), { Publish: true })
    const latest = api.region.functions.get('orders')!
    latest.versions.get('1')!.body = latest.latest.body
    const { DurableExecutionArn: arn } = await api.call('Invoke', { FunctionName: 'orders:1', InvocationType: 'Event' })
    await api.house.clock.advance(0)
    await api.call('DeleteFunction', { FunctionName: 'orders', Qualifier: '1' })
    await api.house.clock.settle()
    expect(await status(api, arn!)).toMatchObject({ Status: 'FAILED', Error: { ErrorType: 'ResourceNotFoundException' } })
  })

  it.each([
    ['no Status', { ok: true }, 'Invalid Status in invocation output.'],
    ['an unknown Status', { Status: 'DONE' }, 'Invalid Status in invocation output.'],
    ['a result that is no string', { Status: 'SUCCEEDED', Result: { ok: true } }, 'Result must be a string.'],
    ['an error that is none', { Status: 'FAILED', Error: 'no' }, 'Error must be an object.'],
    ['success with an error', { Status: 'SUCCEEDED', Error: {} }, 'Cannot provide an Error for SUCCEEDED status.'],
    ['failure with a result', { Status: 'FAILED', Result: '1' }, 'Cannot provide a Result for FAILED status.'],
    ['PENDING without anything to wait for', { Status: 'PENDING' }, 'Cannot return PENDING status with no pending operations.'],
  ])('fails if the handler answers with %s', async (_, answer, ErrorMessage) => {
    const api = createApi()
    await api.createFunction('orders', { DurableConfig: { ExecutionTimeout: 60 } })
    api.region.functions.get('orders')!.latest.body = { once: [], handler: async () => answer }
    const arn = await start(api, 'orders')
    expect(await status(api, arn)).toMatchObject({
      Status: 'FAILED',
      Error: { ErrorType: 'InvalidParameterValueException', ErrorMessage },
    })
  })

  it('ends with a canned result of the function', async () => {
    const api = createApi()
    await api.createFunction('orders', { DurableConfig: { ExecutionTimeout: 60 } })
    const { latest } = api.region.functions.get('orders')!
    latest.body = { once: [], always: { kind: 'returns', value: { ok: true } } }
    expect(await status(api, await start(api, 'orders'))).toMatchObject({ Status: 'SUCCEEDED', Result: '{"ok":true}' })
    latest.body = { once: [], always: { kind: 'returns', value: { Status: 'FAILED', Error: { ErrorType: 'OutOfStock' } } } }
    expect(await status(api, await start(api, 'orders'))).toMatchObject({ Status: 'FAILED', Error: { ErrorType: 'OutOfStock' } })
  })

  it('has no run of its handler beside another', async () => {
    const api = createApi()
    let running = 0
    let most = 0
    let release: () => void = () => undefined
    await createDurable(api, 'orders', async (_, durable) => {
      most = Math.max(most, ++running)
      if (durable.run === 1) {
        await durable.checkpoint([{ Id: 'short', Type: 'WAIT', Action: 'START', WaitOptions: { WaitSeconds: 1 } }])
        await new Promise<void>((resolve) => (release = resolve))
      }
      running--
      if (durable.operations.get('short')!.Status === 'STARTED') durable.suspend()
      return durable.run
    })
    const { DurableExecutionArn: arn } = await api.call('Invoke', { FunctionName: 'orders:$LATEST', InvocationType: 'Event' })
    const passed = api.house.clock.advance(5_000)
    while (running === 0) await new Promise((resolve) => setImmediate(resolve))
    release()
    await passed
    expect(most).toBe(1)
    expect(await status(api, arn!)).toMatchObject({ Status: 'SUCCEEDED', Result: '2' })
  })

  it('is tried again while the function has no place to run', async () => {
    const api = createApi()
    await createDurable(api, 'orders', (_, durable) => durable.run)
    await api.call('PutFunctionConcurrency', { FunctionName: 'orders', ReservedConcurrentExecutions: 0 })
    const arn = await start(api, 'orders')
    await api.house.clock.advance(30_000)
    expect((await status(api, arn)).Status).toBe('RUNNING')
    await api.call('DeleteFunctionConcurrency', { FunctionName: 'orders' })
    await api.house.clock.advance(60_000)
    expect(await status(api, arn)).toMatchObject({ Status: 'SUCCEEDED', Result: '1' })
  })
})
