import { createApi } from '../../support/api'

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:orders'

describe('CreateFunctionUrlConfig', () => {
  it('gives a function an address, and does not echo the invoke mode that it chose itself (recorded)', async () => {
    const api = createApi()
    await api.createFunction('orders')
    const created = await api.call('CreateFunctionUrlConfig', { FunctionName: 'orders', AuthType: 'NONE' })
    expect(created).toEqual({
      AuthType: 'NONE',
      CreationTime: '2026-01-31T12:00:00.000+0000',
      FunctionArn: arn,
      FunctionUrl: expect.stringMatching(/^https:\/\/[a-z0-9]{32}\.lambda-url\.us-east-1\.on\.aws\/$/) as string,
    })
  })

  it('echoes the invoke mode and the CORS settings that were given', async () => {
    const api = createApi()
    await api.createFunction('orders')
    const Cors = { AllowOrigins: ['https://example.com'], AllowMethods: ['GET'], MaxAge: 60 }
    const input = { FunctionName: 'orders', AuthType: 'AWS_IAM', InvokeMode: 'BUFFERED', Cors } as const
    expect(await api.call('CreateFunctionUrlConfig', input)).toMatchObject({ AuthType: 'AWS_IAM', InvokeMode: 'BUFFERED', Cors })
  })

  it('gives an alias an address of its own (recorded)', async () => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    await api.call('CreateAlias', { FunctionName: 'orders', Name: 'live', FunctionVersion: '1' })
    const whole = await api.call('CreateFunctionUrlConfig', { FunctionName: 'orders', AuthType: 'NONE' })
    const live = await api.call('CreateFunctionUrlConfig', { FunctionName: 'orders:live', Qualifier: 'live', AuthType: 'NONE' })
    expect(live).toMatchObject({ FunctionArn: `${arn}:live` })
    expect(live.FunctionUrl).not.toBe(whole.FunctionUrl)
  })

  it('refuses a second address for the same function or alias', async () => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    await api.call('CreateAlias', { FunctionName: 'orders', Name: 'live', FunctionVersion: '1' })
    for (const Qualifier of [undefined, 'live']) {
      const input = { FunctionName: 'orders', Qualifier, AuthType: 'NONE' } as const
      await api.call('CreateFunctionUrlConfig', input)
      expect(await api.refusal('CreateFunctionUrlConfig', input)).toEqual({
        code: 'ResourceConflictException',
        status: 409,
        message:
          `Failed to create function url config for [functionArn = ${Qualifier ? `${arn}:live` : arn}]. ` +
          'Error message:  FunctionUrlConfig exists for this Lambda function',
      })
    }
  })

  it.each([
    ['an unknown function', { FunctionName: 'gone' }],
    ['an unknown function, with an alias', { FunctionName: 'gone', Qualifier: 'live' }],
    ['an unknown alias', { FunctionName: 'orders', Qualifier: 'live' }],
  ])('misses %s', async (_, input) => {
    const api = createApi()
    await api.createFunction('orders')
    expect(await api.refusal('CreateFunctionUrlConfig', { ...input, AuthType: 'NONE' })).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message: 'Function does not exist',
    })
  })

  it.each(['1', '$LATEST'])('takes no version: %s', async (Qualifier) => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    expect(await api.refusal('CreateFunctionUrlConfig', { FunctionName: 'orders', Qualifier, AuthType: 'NONE' })).toEqual({
      code: 'ValidationException',
      status: 400,
      message:
        `1 validation error detected: Value '${Qualifier}' at 'qualifier' failed to satisfy constraint: ` +
        'Member must satisfy regular expression pattern: ((?!^\\d+$)^[0-9a-zA-Z-_]+$)',
    })
  })

  it('refuses an unknown invoke mode (recorded)', async () => {
    const api = createApi()
    await api.createFunction('orders')
    const input = { FunctionName: 'orders', AuthType: 'NONE', InvokeMode: 'UNKNOWN' as 'BUFFERED' } as const
    expect(await api.refusal('CreateFunctionUrlConfig', input)).toEqual({
      code: 'ValidationException',
      status: 400,
      message:
        "1 validation error detected: Value 'UNKNOWN' at 'invokeMode' failed to satisfy constraint: " +
        'Member must satisfy enum value set: [RESPONSE_STREAM, BUFFERED]',
    })
  })

  it('refuses a function with tenant isolation', async () => {
    const api = createApi()
    await api.createFunction('orders', { TenancyConfig: { TenantIsolationMode: 'PER_TENANT' } })
    expect(await api.refusal('CreateFunctionUrlConfig', { FunctionName: 'orders', AuthType: 'NONE' })).toMatchObject({
      code: 'InvalidParameterValueException',
      status: 400,
    })
  })
})
