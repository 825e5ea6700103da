import { createApi } from '../../support/api'

describe('ListFunctions', () => {
  it('leaves out State, LastUpdateStatus and RuntimeVersionConfig (recorded)', async () => {
    const api = createApi()
    await api.createFunction('orders')
    const { Functions } = await api.call('ListFunctions', {})
    expect(Functions).toHaveLength(1)
    expect(Functions![0]).toMatchObject({ FunctionName: 'orders', Version: '$LATEST' })
    expect(Object.keys(Functions![0]!).filter((name) => /^State|^LastUpdate|^RuntimeVersion/.test(name))).toEqual([])
  })

  it('gives at most 50 a page, whatever MaxItems asks for, and every function once', async () => {
    const api = createApi()
    const names = Array.from({ length: 120 }, (_, index) => `fn-${index}`)
    for (const name of names) await api.createFunction(name)
    const seen: string[] = []
    const sizes: number[] = []
    let Marker: string | undefined
    do {
      const page = await api.call('ListFunctions', { Marker, MaxItems: 10_000 })
      sizes.push(page.Functions!.length)
      seen.push(...page.Functions!.map((fn) => fn.FunctionName!))
      Marker = page.NextMarker
    } while (Marker)
    expect(sizes).toEqual([50, 50, 20])
    expect(seen.sort()).toEqual([...names].sort())
  })

  it('honours a smaller MaxItems', async () => {
    const api = createApi()
    for (const name of ['a', 'b', 'c']) await api.createFunction(name)
    const page = await api.call('ListFunctions', { MaxItems: 2 })
    expect(page.Functions).toHaveLength(2)
    expect((await api.call('ListFunctions', { MaxItems: 2, Marker: page.NextMarker })).NextMarker).toBeUndefined()
  })

  it('lists what Lambda@Edge replicated from a region, which is nothing, or everything for all regions', async () => {
    const api = createApi()
    await api.createFunction('orders')
    expect(await api.call('ListFunctions', { FunctionVersion: 'ALL', MasterRegion: 'us-east-1' })).toEqual({ Functions: [] })
    expect((await api.call('ListFunctions', { FunctionVersion: 'ALL', MasterRegion: 'ALL' })).Functions).toHaveLength(1)
    expect(await api.refusal('ListFunctions', { MasterRegion: 'us-east-1' })).toMatchObject({
      code: 'InvalidParameterValueException',
      status: 400,
    })
  })

  it('lists every version under its qualified ARN with FunctionVersion ALL', async () => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    const { Functions } = await api.call('ListFunctions', { FunctionVersion: 'ALL' })
    expect(Functions!.map((fn) => [fn.Version, fn.FunctionArn])).toEqual([
      ['$LATEST', 'arn:aws:lambda:us-east-1:123456789012:function:orders:$LATEST'],
      ['1', 'arn:aws:lambda:us-east-1:123456789012:function:orders:1'],
    ])
  })

  it('lists none twice and forgets none when functions come and go between pages', async () => {
    const api = createApi()
    for (const name of ['a', 'b', 'c', 'd']) await api.createFunction(name)
    const first = await api.call('ListFunctions', { MaxItems: 2 })
    await api.call('DeleteFunction', { FunctionName: 'a' })
    await api.call('DeleteFunction', { FunctionName: 'c' })
    await api.createFunction('e')
    const second = await api.call('ListFunctions', { Marker: first.NextMarker })
    expect(second.Functions!.map((fn) => fn.FunctionName)).toEqual(['d', 'e'])
  })

  it('goes on in the middle of the versions of a function', async () => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    await api.createFunction('stock')
    const seen: (string | undefined)[] = []
    let Marker: string | undefined
    do {
      const page = await api.call('ListFunctions', { FunctionVersion: 'ALL', MaxItems: 1, Marker })
      seen.push(...page.Functions!.map((fn) => `${fn.FunctionName}:${fn.Version}`))
      Marker = page.NextMarker
    } while (Marker)
    expect(seen).toEqual(['orders:$LATEST', 'orders:1', 'stock:$LATEST'])
  })

  it('refuses a marker that it did not give', async () => {
    for (const Marker of ['nonsense', Buffer.from('ListAliases:2').toString('base64')]) {
      expect(await createApi().refusal('ListFunctions', { Marker })).toMatchObject({
        code: 'InvalidParameterValueException',
        status: 400,
      })
    }
  })
})
