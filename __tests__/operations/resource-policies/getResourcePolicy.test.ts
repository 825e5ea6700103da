import { createApi } from '../../support/api'

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:orders'

describe('GetResourcePolicy', () => {
  it('shows the policy that AddPermission made, as GetPolicy does', async () => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    const permission = { StatementId: 'one', Action: 'lambda:InvokeFunction', Principal: '123456789012' }
    await api.call('AddPermission', { FunctionName: 'orders', Qualifier: '1', ...permission })
    const policy = await api.call('GetPolicy', { FunctionName: 'orders', Qualifier: '1' })
    expect(await api.call('GetResourcePolicy', { ResourceArn: `${arn}:1` })).toEqual(policy)
  })

  it.each([
    ['an unknown function', `${arn}s`, `Function not found: ${arn}s`],
    ['an unknown version', `${arn}:9`, `Function not found: ${arn}:9`],
    ['an unknown alias', `${arn}:live`, `Cannot find alias arn: ${arn}:live`],
    ['a function without a policy', arn, 'The resource you requested does not exist.'],
    ['$LATEST, which has none', `${arn}:$LATEST`, 'The resource you requested does not exist.'],
  ])('misses %s', async (_, ResourceArn, message) => {
    const api = createApi()
    await api.createFunction('orders')
    expect(await api.refusal('GetResourcePolicy', { ResourceArn })).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message,
    })
  })
})
