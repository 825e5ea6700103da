import { createApi, type Api } from '../../support/api'

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:orders'

/** orders with versions 1, 2 and 3. */
async function threeVersions(): Promise<Api> {
  const api = createApi()
  await api.createFunction('orders', { Publish: true })
  for (const Description of ['two', 'three']) {
    await api.call('UpdateFunctionConfiguration', { FunctionName: 'orders', Description })
    await api.call('PublishVersion', { FunctionName: 'orders' })
  }
  return api
}

describe('CreateAlias', () => {
  it('names a version, with a share of the traffic for a second one (recorded)', async () => {
    const api = await threeVersions()
    expect(
      await api.call('CreateAlias', {
        FunctionName: 'orders',
        Name: 'live',
        FunctionVersion: '1',
        Description: 'custom-alias',
        RoutingConfig: { AdditionalVersionWeights: { '2': 0.2 } },
      }),
    ).toEqual({
      AliasArn: `${arn}:live`,
      Name: 'live',
      FunctionVersion: '1',
      Description: 'custom-alias',
      RoutingConfig: { AdditionalVersionWeights: { '2': 0.2 } },
      RevisionId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
  })

  it('shows an empty description, and no RoutingConfig without weights (recorded)', async () => {
    const api = await threeVersions()
    const RoutingConfig = { AdditionalVersionWeights: {} }
    const alias = await api.call('CreateAlias', { FunctionName: arn, Name: 'live', FunctionVersion: '$LATEST', RoutingConfig })
    expect(alias).toEqual({
      AliasArn: `${arn}:live`,
      Name: 'live',
      FunctionVersion: '$LATEST',
      Description: '',
      RevisionId: expect.any(String),
    })
  })

  it('is a qualifier from then on', async () => {
    const api = await threeVersions()
    await api.call('CreateAlias', { FunctionName: 'orders', Name: 'live', FunctionVersion: '2' })
    expect(await api.call('GetFunctionConfiguration', { FunctionName: 'orders:live' })).toMatchObject({
      FunctionArn: `${arn}:live`,
      Version: '2',
    })
  })

  const refused = { FunctionName: 'orders', Name: 'live', FunctionVersion: '1' }
  const weights = (AdditionalVersionWeights: Record<string, number>) => ({ RoutingConfig: { AdditionalVersionWeights } })
  it.each([
    [
      'an unknown function',
      { ...refused, FunctionName: 'gone', FunctionVersion: '9' },
      'ResourceNotFoundException',
      404,
      'Function not found: arn:aws:lambda:us-east-1:123456789012:function:gone',
    ],
    [
      'then an unknown version',
      { ...refused, Name: 'taken', FunctionVersion: '9' },
      'ResourceNotFoundException',
      404,
      `Function not found: ${arn}:9`,
    ],
    [
      'then a name taken',
      { ...refused, Name: 'taken', ...weights({ '1': 0.5 }) },
      'ResourceConflictException',
      409,
      `Alias already exists: ${arn}:taken`,
    ],
    [
      'more than one further version',
      { ...refused, ...weights({ '1': 0.8, '2': 0.2 }) },
      'InvalidParameterValueException',
      400,
      'Number of items in AdditionalVersionWeights cannot be greater than 1',
    ],
    [
      'the same version twice',
      { ...refused, ...weights({ '1': 0.5 }) },
      'InvalidParameterValueException',
      400,
      'Invalid function version 1. Function version 1 is already included in routing configuration.',
    ],
    [
      '$LATEST with a second version',
      { ...refused, FunctionVersion: '$LATEST', ...weights({ '1': 0.5 }) },
      'InvalidParameterValueException',
      400,
      '$LATEST is not supported for an alias pointing to more than 1 version',
    ],
    [
      'an unknown second version',
      { ...refused, ...weights({ '9': 0.5 }) },
      'ResourceNotFoundException',
      404,
      `Function not found: ${arn}:9`,
    ],
    [
      'a weight above 1',
      { ...refused, ...weights({ '2': 2 }) },
      'ValidationException',
      400,
      expect.stringContaining(`at 'routingConfig.additionalVersionWeights' failed to satisfy constraint: Map value must satisfy`),
    ],
    [
      'a name of digits only',
      { ...refused, Name: '42' },
      'ValidationException',
      400,
      expect.stringContaining(`Value '42' at 'name' failed to satisfy constraint`),
    ],
  ])('refuses %s', async (_, input, code, status, message) => {
    const api = await threeVersions()
    await api.call('CreateAlias', { FunctionName: 'orders', Name: 'taken', FunctionVersion: '1' })
    expect(await api.refusal('CreateAlias', input)).toEqual({ code, status, message })
    expect(api.region.functions.get('orders')!.aliases.size).toBe(1)
  })
})
