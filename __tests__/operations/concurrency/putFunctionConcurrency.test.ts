import { createApi } from '../../support/api'

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:orders'

describe('PutFunctionConcurrency', () => {
  it.each([0, 1, 900])('reserves %d, which GetFunction shows too (recorded)', async (ReservedConcurrentExecutions) => {
    const api = createApi()
    await api.createFunction('orders')
    const reserved = { ReservedConcurrentExecutions }
    expect(await api.call('PutFunctionConcurrency', { FunctionName: 'orders', ...reserved })).toEqual(reserved)
    expect(await api.call('GetFunction', { FunctionName: 'orders' })).toMatchObject({ Concurrency: reserved })
  })

  it('leaves 100 to functions that reserve nothing; what the function had counts as free', async () => {
    const api = createApi()
    await api.createFunction('orders')
    await api.createFunction('other')
    const put = (FunctionName: string, ReservedConcurrentExecutions: number) =>
      api.refusal('PutFunctionConcurrency', { FunctionName, ReservedConcurrentExecutions })
    const refused = {
      code: 'InvalidParameterValueException',
      status: 400,
      message:
        "Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [100].",
    }
    expect(await put('orders', 901)).toEqual(refused)
    await api.call('PutFunctionConcurrency', { FunctionName: 'orders', ReservedConcurrentExecutions: 800 })
    await api.call('PutFunctionConcurrency', { FunctionName: 'orders', ReservedConcurrentExecutions: 850 })
    expect(await put('other', 51)).toEqual(refused)
    await api.call('PutFunctionConcurrency', { FunctionName: 'other', ReservedConcurrentExecutions: 50 })
  })

  it('leaves everything to them in an account that has less than 100', async () => {
    const api = createApi({ accountConcurrency: 10 })
    await api.createFunction('orders')
    await api.call('PutFunctionConcurrency', { FunctionName: 'orders', ReservedConcurrentExecutions: 0 })
    const input = { FunctionName: 'orders', ReservedConcurrentExecutions: 1 }
    expect((await api.refusal('PutFunctionConcurrency', input)).message).toMatch(/below its minimum value of \[10\]\.$/)
  })

  it('refuses less than is provisioned', async () => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    const provisioned = { FunctionName: 'orders', Qualifier: '1', ProvisionedConcurrentExecutions: 5 }
    await api.call('PutProvisionedConcurrencyConfig', provisioned)
    const input = { FunctionName: 'orders', ReservedConcurrentExecutions: 4 }
    expect(await api.refusal('PutFunctionConcurrency', input)).toEqual({
      code: 'InvalidParameterValueException',
      status: 400,
      message: " ReservedConcurrentExecutions  4 should not be lower than function's total provisioned concurrency [5].",
    })
    await api.call('PutFunctionConcurrency', { FunctionName: 'orders', ReservedConcurrentExecutions: 5 })
  })

  it.each([`${arn}:$LATEST`, 'orders:1', 'gone:live'])('is for whole functions only: %s (recorded)', async (FunctionName) => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    expect(await api.refusal('PutFunctionConcurrency', { FunctionName, ReservedConcurrentExecutions: 0 })).toEqual({
      code: 'InvalidParameterValueException',
      status: 400,
      message:
        'This operation is permitted on Lambda functions only. Aliases and versions do not support this operation. ' +
        'Please specify either a function name or an unqualified function ARN.',
    })
  })

  it.each([0, 1, 5000])('misses an unknown function with $LATEST, whatever is reserved: %d (recorded)', async (wanted) => {
    const input = { FunctionName: 'doesnotexist', ReservedConcurrentExecutions: wanted }
    expect(await createApi().refusal('PutFunctionConcurrency', input)).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message: 'Function not found: arn:aws:lambda:us-east-1:123456789012:function:doesnotexist:$LATEST',
    })
  })
})
