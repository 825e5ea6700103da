import { runInPlace } from '../../../src/runtime/concurrency/runInPlace'
import { inChain } from '../../../src/runtime/trace/inChain'
import { newRegionState } from '../../../src/state/regionState'
import { newFunction } from '../../support/functions'
import { newRequest, newRuntimeHouse } from '../../support/runtime'

function setup(more: Parameters<typeof newFunction>[3] = {}) {
  const house = newRuntimeHouse()
  const region = newRegionState('123456789012', 'us-east-1')
  const seen: string[] = []
  const handler = (_event: unknown, { xRayTraceId }: { xRayTraceId: string }) => void seen.push(xRayTraceId)
  const fn = newFunction(region, 'orders', handler, more)
  const run = async (traceHeader?: string) =>
    runInPlace(inChain(newRequest(fn.latest, {}, { region, fn, traceHeader }), house), house)
  return { run, seen }
}

describe('a run in a chain', () => {
  it('always has a trace, its own or that of its caller', async () => {
    const { run, seen } = setup()
    await run()
    await run('Root=1-x-y;Sampled=1')
    expect(seen).toEqual([
      expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0;Lineage=[0-9a-f]{8}:1$/),
      expect.stringMatching(/^Root=1-x-y;Sampled=1;Lineage=[0-9a-f]{8}:1$/),
    ])
  })

  it('is cut off after 16 in one chain', async () => {
    const { run, seen } = setup()
    await run()
    while (seen.length < 16) await run(seen.at(-1))
    await expect(run(seen.at(-1))).rejects.toMatchObject({ name: 'RecursiveInvocationException', status: 400 })
    expect(seen).toHaveLength(16)
  })

  it('goes on where the function allows it, but not for ever', async () => {
    const { run, seen } = setup({ recursiveLoop: 'Allow' })
    await run()
    while (seen.length < 1000) await run(seen.at(-1))
    await expect(run(seen.at(-1))).rejects.toThrow(/^Function orders has been invoked 1000 times in one chain/)
  })

  it('is a loop before it is one too many', async () => {
    const { run, seen } = setup()
    await run()
    while (seen.length < 16) await run(seen.at(-1))
    const { run: throttled } = setup({ reservedConcurrency: 0 })
    await expect(throttled(seen.at(-1))).rejects.toMatchObject({ name: 'RecursiveInvocationException' })
    await expect(throttled()).rejects.toMatchObject({ name: 'TooManyRequestsException' })
  })
})
