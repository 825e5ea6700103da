import { createApi, type Api } from '../../support/api'

async function create(api: Api, Name: string, FunctionVersion: string, more: object = {}): Promise<void> {
  await api.call('CreateAlias', { FunctionName: 'orders', Name, FunctionVersion, ...more })
}

async function twoVersions(): Promise<Api> {
  const api = createApi()
  await api.createFunction('orders', { Publish: true })
  await api.call('UpdateFunctionConfiguration', { FunctionName: 'orders', Description: 'two' })
  await api.call('PublishVersion', { FunctionName: 'orders' })
  return api
}

describe('ListAliases', () => {
  it('is empty without aliases', async () => {
    const api = await twoVersions()
    expect(await api.call('ListAliases', { FunctionName: 'orders' })).toEqual({ Aliases: [] })
  })

  it('lists every alias as GetAlias shows it', async () => {
    const api = await twoVersions()
    await create(api, 'live', '1', { RoutingConfig: { AdditionalVersionWeights: { '2': 0.2 } } })
    await create(api, 'next', '2')
    const get = (Name: string) => api.call('GetAlias', { FunctionName: 'orders', Name })
    expect(await api.call('ListAliases', { FunctionName: 'orders' })).toEqual({ Aliases: [await get('live'), await get('next')] })
  })

  it('keeps those that point to a version', async () => {
    const api = await twoVersions()
    await create(api, 'live', '1', { RoutingConfig: { AdditionalVersionWeights: { '2': 0.2 } } })
    await create(api, 'old', '1')
    await create(api, 'next', '2')
    const names = async (FunctionVersion: string) =>
      (await api.call('ListAliases', { FunctionName: 'orders', FunctionVersion })).Aliases!.map((alias) => alias.Name)
    expect(await names('1')).toEqual(['live', 'old'])
    expect(await names('2')).toEqual(['next'])
    expect(await names('$LATEST')).toEqual([])
  })

  it('gives at most 50 a page, and fewer if MaxItems says so', async () => {
    const api = await twoVersions()
    for (let index = 0; index < 55; index++) await create(api, `alias-${index}`, '1')
    const first = await api.call('ListAliases', { FunctionName: 'orders', MaxItems: 10_000 })
    expect(first.Aliases).toHaveLength(50)
    const second = await api.call('ListAliases', { FunctionName: 'orders', Marker: first.NextMarker, MaxItems: 3 })
    expect(second.Aliases!.map((alias) => alias.Name)).toEqual(['alias-50', 'alias-51', 'alias-52'])
    const third = await api.call('ListAliases', { FunctionName: 'orders', Marker: second.NextMarker, MaxItems: 3 })
    expect(third.Aliases).toHaveLength(2)
    expect(third.NextMarker).toBeUndefined()
  })

  it('refuses the marker of another list', async () => {
    const api = await twoVersions()
    await create(api, 'live', '1')
    await create(api, 'next', '1')
    const { NextMarker: Marker } = await api.call('ListAliases', { FunctionName: 'orders', MaxItems: 1 })
    expect(await api.refusal('ListAliases', { FunctionName: 'orders', FunctionVersion: '2', Marker })).toMatchObject({
      code: 'InvalidParameterValueException',
      status: 400,
    })
  })

  it('misses an unknown function', async () => {
    expect(await createApi().refusal('ListAliases', { FunctionName: 'gone' })).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message: 'Function not found: arn:aws:lambda:us-east-1:123456789012:function:gone',
    })
  })
})
