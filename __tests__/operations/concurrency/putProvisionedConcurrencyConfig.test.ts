import { createApi } from '../../support/api'

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:orders'

/** The function orders with version 1, its alias live, and version 2 without one. */
async function withVersions() {
  const api = createApi()
  await api.createFunction('orders', { Publish: true })
  await api.call('UpdateFunctionConfiguration', { FunctionName: 'orders', Timeout: 9 })
  await api.call('PublishVersion', { FunctionName: 'orders' })
  await api.call('CreateAlias', { FunctionName: 'orders', Name: 'live', FunctionVersion: '1' })
  const put = (Qualifier: string, ProvisionedConcurrentExecutions: number) =>
    ({ FunctionName: 'orders', Qualifier, ProvisionedConcurrentExecutions }) as const
  return { api, put }
}

describe('PutProvisionedConcurrencyConfig', () => {
  it('is in progress at first, and ready by the next request', async () => {
    const { api, put } = await withVersions()
    expect(await api.call('PutProvisionedConcurrencyConfig', put('1', 5))).toEqual({
      RequestedProvisionedConcurrentExecutions: 5,
      AvailableProvisionedConcurrentExecutions: 0,
      AllocatedProvisionedConcurrentExecutions: 0,
      Status: 'IN_PROGRESS',
      LastModified: '2026-01-31T12:00:00+0000',
    })
    expect(await api.call('GetProvisionedConcurrencyConfig', { FunctionName: 'orders', Qualifier: '1' })).toEqual({
      RequestedProvisionedConcurrentExecutions: 5,
      AvailableProvisionedConcurrentExecutions: 5,
      AllocatedProvisionedConcurrentExecutions: 5,
      Status: 'READY',
      LastModified: '2026-01-31T12:00:00+0000',
    })
  })

  it('takes time on the clock when states are staged; environments that are up stay up', async () => {
    const api = createApi({ functionStates: 'staged' })
    await api.createFunction('orders', { Publish: true })
    const put = (n: number) => ({ FunctionName: 'orders', Qualifier: '1', ProvisionedConcurrentExecutions: n })
    const get = () => api.call('GetProvisionedConcurrencyConfig', { FunctionName: 'orders', Qualifier: '1' })
    await api.call('PutProvisionedConcurrencyConfig', put(5))
    await api.house.clock.advance(59_999)
    expect(await get()).toMatchObject({ Status: 'IN_PROGRESS', AllocatedProvisionedConcurrentExecutions: 0 })
    await api.house.clock.advance(1)
    expect(await get()).toMatchObject({ Status: 'READY', AllocatedProvisionedConcurrentExecutions: 5 })
    await api.call('PutProvisionedConcurrencyConfig', put(8))
    expect(await get()).toMatchObject({
      Status: 'IN_PROGRESS',
      RequestedProvisionedConcurrentExecutions: 8,
      AllocatedProvisionedConcurrentExecutions: 5,
    })
  })

  it('refuses $LATEST, also through an alias, in words of its own (recorded)', async () => {
    const { api, put } = await withVersions()
    await api.call('CreateAlias', { FunctionName: 'orders', Name: 'newest', FunctionVersion: '$LATEST' })
    for (const qualifier of ['$LATEST', 'newest']) {
      expect(await api.refusal('PutProvisionedConcurrencyConfig', put(qualifier, 1))).toEqual({
        code: 'InvalidParameterValueException',
        status: 400,
        message: 'Provisioned Concurrency Configs cannot be applied to unpublished function versions.',
      })
    }
  })

  it.each([
    ['orders', 'doesnotexist', 'Cannot find alias arn: arn:aws:lambda:us-east-1:123456789012:function:orders:doesnotexist'],
    ['orders', '10', 'Function not found: arn:aws:lambda:us-east-1:123456789012:function:orders:10'],
    ['doesnotexist', 'noalias', 'Cannot find alias arn: arn:aws:lambda:us-east-1:123456789012:function:doesnotexist:noalias'],
    ['doesnotexist', '1', 'Function not found: arn:aws:lambda:us-east-1:123456789012:function:doesnotexist:1'],
  ])('misses %s:%s (recorded)', async (FunctionName, Qualifier, message) => {
    const { api } = await withVersions()
    const input = { FunctionName, Qualifier, ProvisionedConcurrentExecutions: 1 }
    expect(await api.refusal('PutProvisionedConcurrencyConfig', input)).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message,
    })
  })

  it('refuses 0 (recorded)', async () => {
    const { api, put } = await withVersions()
    expect(await api.refusal('PutProvisionedConcurrencyConfig', put('1', 0))).toEqual({
      code: 'ValidationException',
      status: 400,
      message:
        "1 validation error detected: Value '0' at 'provisionedConcurrentExecutions' failed to satisfy constraint: " +
        'Member must have value greater than or equal to 1',
    })
  })

  it('refuses more than the function reserves, all versions together', async () => {
    const { api, put } = await withVersions()
    await api.call('PutFunctionConcurrency', { FunctionName: 'orders', ReservedConcurrentExecutions: 10 })
    await api.call('PutProvisionedConcurrencyConfig', put('1', 6))
    expect(await api.refusal('PutProvisionedConcurrencyConfig', put('2', 5))).toEqual({
      code: 'InvalidParameterValueException',
      status: 400,
      message: 'Requested Provisioned Concurrency should not be greater than the reservedConcurrentExecution for function',
    })
    await api.call('PutProvisionedConcurrencyConfig', put('2', 4))
    // A change counts instead of what it replaces.
    await api.call('PutProvisionedConcurrencyConfig', put('1', 5))
  })

  it('refuses more than the account has, and more than leaves 100 unreserved', async () => {
    const { api, put } = await withVersions()
    const refused = { code: 'InvalidParameterValueException', status: 400 }
    expect(await api.refusal('PutProvisionedConcurrencyConfig', put('1', 1001))).toEqual({
      ...refused,
      message: "Specified ConcurrentExecutions for function is greater than account's unreserved concurrency [1000].",
    })
    expect(await api.refusal('PutProvisionedConcurrencyConfig', put('1', 901))).toEqual({
      ...refused,
      message:
        "Specified ConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [100].",
    })
    await api.call('PutProvisionedConcurrencyConfig', put('1', 900))
    await api.createFunction('other')
    const reserve = { FunctionName: 'other', ReservedConcurrentExecutions: 1 }
    expect(await api.refusal('PutFunctionConcurrency', reserve)).toMatchObject(refused)
  })

  it('refuses an alias of a version that has its own', async () => {
    const { api, put } = await withVersions()
    await api.call('PutProvisionedConcurrencyConfig', put('1', 1))
    expect(await api.refusal('PutProvisionedConcurrencyConfig', put('live', 1))).toEqual({
      code: 'ResourceConflictException',
      status: 409,
      message: "Alias can't be used for Provisioned Concurrency configuration on an already Provisioned version",
    })
  })

  it('refuses a version that has it by an alias', async () => {
    const { api, put } = await withVersions()
    await api.call('PutProvisionedConcurrencyConfig', put('live', 1))
    expect(await api.refusal('PutProvisionedConcurrencyConfig', put('1', 1))).toEqual({
      code: 'ResourceConflictException',
      status: 409,
      message: 'Version is pointed by a Provisioned Concurrency alias',
    })
    await api.call('PutProvisionedConcurrencyConfig', put('2', 1))
  })

  it.each([
    ['SnapStart', { Runtime: 'java21', SnapStart: { ApplyOn: 'PublishedVersions' } }],
    ['tenant isolation', { TenancyConfig: { TenantIsolationMode: 'PER_TENANT' } }],
  ] as const)('refuses a function with %s', async (_, more) => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true, ...more })
    const input = { FunctionName: arn, Qualifier: '1', ProvisionedConcurrentExecutions: 1 }
    expect(await api.refusal('PutProvisionedConcurrencyConfig', input)).toMatchObject({
      code: 'InvalidParameterValueException',
      status: 400,
    })
  })
})
