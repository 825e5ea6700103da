import { createApi } from '../../support/api'
import { createDurable, start } from '../../support/durable'

const steps = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ Id: `step-${index}`, Type: 'STEP', Action: 'SUCCEED', Payload: '1' }) as const)

describe('GetDurableExecutionState', () => {
  it('gives the running handler its operations in the order of their start, without using up its token', async () => {
    const api = createApi()
    await createDurable(api, 'orders', async (_, durable) => {
      await durable.checkpoint([
        { Id: 'b', Type: 'STEP', Action: 'START' },
        { Id: 'a', Type: 'STEP', Action: 'START' },
      ])
      const request = { DurableExecutionArn: durable.arn, CheckpointToken: durable.token() }
      const state = await api.call('GetDurableExecutionState', request)
      expect(state.Operations.map((operation) => operation.Id)).toEqual([durable.arn.split('/').at(-1), 'b', 'a'])
      expect(state.NextMarker).toBeUndefined()
      expect(await api.call('GetDurableExecutionState', request)).toEqual(state)
    })
    const DurableExecutionArn = await start(api, 'orders')
    expect(await api.call('GetDurableExecution', { DurableExecutionArn })).toMatchObject({ Status: 'SUCCEEDED' })
  })

  it('gives 100 a page, or as many as it is asked for up to 1,000; 0 asks for the default', async () => {
    const api = createApi()
    const sizes: number[] = []
    await createDurable(api, 'orders', async (_, durable) => {
      await durable.checkpoint(steps(1_149))
      const request = { DurableExecutionArn: durable.arn, CheckpointToken: durable.token() }
      for (const MaxItems of [undefined, 0, 7, 1000]) {
        sizes.push((await api.call('GetDurableExecutionState', { ...request, MaxItems })).Operations.length)
      }
      const first = await api.call('GetDurableExecutionState', { ...request, MaxItems: 1000 })
      const second = await api.call('GetDurableExecutionState', { ...request, MaxItems: 1000, Marker: first.NextMarker })
      const ids = [...first.Operations, ...second.Operations].map((operation) => operation.Id)
      expect(ids.slice(1)).toEqual(steps(1_149).map((update) => update.Id))
      expect(second.NextMarker).toBeUndefined()
    })
    const DurableExecutionArn = await start(api, 'orders')
    expect((await api.call('GetDurableExecution', { DurableExecutionArn })).Error).toBeUndefined()
    expect(sizes).toEqual([100, 100, 7, 1000])
  })

  it('goes on where the event of a run ends: it holds 1,000 operations', async () => {
    const api = createApi()
    let replayed: string[] = []
    await createDurable(api, 'orders', async (_, durable) => {
      if (durable.run === 1) await durable.checkpoint(steps(1_500))
      replayed = [...durable.operations.keys()]
      await durable.wait(60)
    })
    const DurableExecutionArn = await start(api, 'orders')
    await api.house.clock.settle()
    const [, run] = api.house.ranSoFar()
    const event = run!.event as { InitialExecutionState: { Operations: object[]; NextMarker: string } }
    expect(event.InitialExecutionState.Operations).toHaveLength(1000)
    expect(event.InitialExecutionState.NextMarker).not.toBe('')
    expect(replayed).toHaveLength(1_502)
    expect((await api.call('GetDurableExecution', { DurableExecutionArn })).Status).toBe('SUCCEEDED')
  })

  it('leaves out what is below a completed context, unless the context asked for its children', async () => {
    const api = createApi()
    const seen: string[][] = []
    await createDurable(api, 'orders', async (_, durable) => {
      seen.push([...durable.operations.keys()].slice(1))
      if (durable.run > 1) return
      const context = { Type: 'CONTEXT', Action: 'START' } as const
      await durable.checkpoint([
        { ...context, Id: 'over' },
        { Id: 'over-1', ParentId: 'over', Type: 'STEP', Action: 'SUCCEED' },
        { ...context, Id: 'over-2', ParentId: 'over', ContextOptions: { ReplayChildren: true } },
        { Id: 'over-2-1', ParentId: 'over-2', Type: 'STEP', Action: 'SUCCEED' },
        { ...context, Id: 'kept' },
        { Id: 'kept-1', ParentId: 'kept', Type: 'STEP', Action: 'SUCCEED' },
        { ...context, Id: 'open' },
        { Id: 'open-1', ParentId: 'open', Type: 'STEP', Action: 'SUCCEED' },
      ])
      await durable.checkpoint([
        { Id: 'over-2', ParentId: 'over', Type: 'CONTEXT', Action: 'SUCCEED' },
        { Id: 'over', Type: 'CONTEXT', Action: 'SUCCEED' },
        { Id: 'kept', Type: 'CONTEXT', Action: 'SUCCEED', ContextOptions: { ReplayChildren: true } },
      ])
      await durable.wait(1)
    })
    await start(api, 'orders')
    await api.house.clock.settle()
    expect(seen[1]).toEqual(['over', 'kept', 'kept-1', 'open', 'open-1', 'op-1'])
  })

  it('refuses a token that is not the current one', async () => {
    const api = createApi()
    let used = ''
    await createDurable(api, 'orders', async (_, durable) => {
      used = durable.token()
      await durable.wait(60)
    })
    const DurableExecutionArn = await start(api, 'orders')
    for (const CheckpointToken of [used, 'bm9uZQ==']) {
      expect(await api.refusal('GetDurableExecutionState', { DurableExecutionArn, CheckpointToken })).toEqual({
        code: 'InvalidParameterValueException',
        status: 400,
        message: 'Invalid Checkpoint Token',
      })
    }
  })
})
