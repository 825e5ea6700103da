import { createApi, type Api } from '../../support/api'

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:orders'

/** orders with versions 1 and 2, and the alias live: version 1, a fifth of the traffic to version 2. */
async function live(): Promise<Api> {
  const api = createApi()
  await api.createFunction('orders', { Publish: true })
  await api.call('UpdateFunctionConfiguration', { FunctionName: 'orders', Description: 'two' })
  await api.call('PublishVersion', { FunctionName: 'orders' })
  await api.call('CreateAlias', {
    FunctionName: 'orders',
    Name: 'live',
    FunctionVersion: '1',
    Description: 'custom-alias',
    RoutingConfig: { AdditionalVersionWeights: { '2': 0.2 } },
  })
  return api
}

const get = (api: Api) => api.call('GetAlias', { FunctionName: 'orders', Name: 'live' })

describe('UpdateAlias', () => {
  it('takes the second version away with empty weights, and leaves the rest (recorded)', async () => {
    const api = await live()
    const before = await get(api)
    const updated = await api.call('UpdateAlias', {
      FunctionName: 'orders',
      Name: 'live',
      RoutingConfig: { AdditionalVersionWeights: {} },
    })
    expect(updated).toEqual({
      AliasArn: `${arn}:live`,
      Name: 'live',
      FunctionVersion: '1',
      Description: 'custom-alias',
      RevisionId: expect.any(String),
    })
    expect(updated.RevisionId).not.toBe(before.RevisionId)
    expect(await get(api)).toEqual(updated)
  })

  it('gives a new revision even if nothing changes (recorded)', async () => {
    const api = await live()
    const { RevisionId, ...before } = await get(api)
    const updated = await api.call('UpdateAlias', { FunctionName: 'orders', Name: 'live' })
    expect(updated).toEqual({ ...before, RevisionId: expect.any(String) })
    expect(updated.RevisionId).not.toBe(RevisionId)
  })

  it('swaps the versions', async () => {
    const api = await live()
    const RoutingConfig = { AdditionalVersionWeights: { '1': 0.7 } }
    expect(
      await api.call('UpdateAlias', { FunctionName: 'orders', Name: 'live', FunctionVersion: '2', RoutingConfig }),
    ).toMatchObject({ FunctionVersion: '2', RoutingConfig })
  })

  it('changes what it was asked to, given the current revision', async () => {
    const api = await live()
    const { RevisionId } = await get(api)
    expect(
      await api.call('UpdateAlias', { FunctionName: 'orders', Name: 'live', Description: 'something changed', RevisionId }),
    ).toMatchObject({ Description: 'something changed', FunctionVersion: '1' })
  })

  it.each([
    [
      'an unknown function',
      { FunctionName: 'gone', Name: 'live' },
      'ResourceNotFoundException',
      404,
      'Function not found: arn:aws:lambda:us-east-1:123456789012:function:gone',
    ],
    [
      'then an unknown alias (recorded)',
      { FunctionName: 'orders', Name: 'non-existent', RevisionId: 'wrong' },
      'ResourceNotFoundException',
      404,
      `Alias not found: ${arn}:non-existent`,
    ],
    [
      'then an older revision (recorded)',
      { FunctionName: 'orders', Name: 'live', RevisionId: 'wrong', FunctionVersion: '9' },
      'PreconditionFailedException',
      412,
      'The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to retrieve the latest Revision Id',
    ],
    [
      'then an unknown version',
      { FunctionName: 'orders', Name: 'live', FunctionVersion: '9', RoutingConfig: { AdditionalVersionWeights: { '9': 0.5 } } },
      'ResourceNotFoundException',
      404,
      `Function not found: ${arn}:9`,
    ],
    [
      'then an unknown second version',
      { FunctionName: 'orders', Name: 'live', RoutingConfig: { AdditionalVersionWeights: { '9': 0.5 } } },
      'ResourceNotFoundException',
      404,
      `Function not found: ${arn}:9`,
    ],
    [
      'the version that has a share already',
      { FunctionName: 'orders', Name: 'live', FunctionVersion: '2' },
      'InvalidParameterValueException',
      400,
      'Invalid function version 2. Function version 2 is already included in routing configuration.',
    ],
    [
      'the version that the alias points to as its second one',
      { FunctionName: 'orders', Name: 'live', RoutingConfig: { AdditionalVersionWeights: { '1': 0.5 } } },
      'InvalidParameterValueException',
      400,
      'Invalid function version 1. Function version 1 is already included in routing configuration.',
    ],
    [
      '$LATEST for an alias with weights',
      { FunctionName: 'orders', Name: 'live', FunctionVersion: '$LATEST' },
      'InvalidParameterValueException',
      400,
      '$LATEST is not supported for an alias pointing to more than 1 version',
    ],
  ])('refuses %s, and changes nothing', async (_, input, code, status, message) => {
    const api = await live()
    const before = await get(api)
    expect(await api.refusal('UpdateAlias', input)).toEqual({ code, status, message })
    expect(await get(api)).toEqual(before)
  })
})
