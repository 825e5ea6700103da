import { createApi } from '../../support/api'

describe('GetFunctionConfiguration', () => {
  it('is the Configuration that GetFunction shows', async () => {
    const api = createApi()
    await api.createFunction('orders', { Publish: true })
    for (const Qualifier of [undefined, '$LATEST', '1']) {
      const input = { FunctionName: 'orders', Qualifier }
      expect(await api.call('GetFunctionConfiguration', input)).toEqual((await api.call('GetFunction', input)).Configuration)
    }
  })

  it('misses a function of another region (recorded)', async () => {
    expect(
      await createApi().refusal('GetFunctionConfiguration', {
        FunctionName: 'arn:aws:lambda:eu-west-1:123456789012:function:orders',
      }),
    ).toEqual({
      code: 'ResourceNotFoundException',
      status: 404,
      message: `Functions from 'eu-west-1' are not reachable in this region ('us-east-1')`,
    })
  })
})
