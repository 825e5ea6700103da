import { createApi } from '../../support/api'

const arn = 'arn:aws:lambda:us-east-1:123456789012:function'

describe('GetFunctionScalingConfig', () => {
  it('refuses a version that is not on managed instances', async () => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    expect(await api.refusal('GetFunctionScalingConfig', { FunctionName: 'orders', Qualifier: '1' })).toMatchObject({
      code: 'InvalidParameterValueException',
      status: 400,
    })
  })

  it.each([
    ['gone', '1', `Function not found: ${arn}:gone:1`],
    ['orders', '7', `Function not found: ${arn}:orders:7`],
  ])('misses %s:%s', async (FunctionName, Qualifier, message) => {
    const api = createApi()
    await api.createFunction('orders')
    expect(await api.refusal('GetFunctionScalingConfig', { FunctionName, Qualifier })).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message,
    })
  })
})
