import { createApi } from '../../support/api'
import { newConfig } from '../../support/codeSigning'

describe('DeleteCodeSigningConfig', () => {
  it('takes a configuration away that no function has', async () => {
    const api = createApi()
    const CodeSigningConfigArn = await newConfig(api)
    expect(await api.call('DeleteCodeSigningConfig', { CodeSigningConfigArn })).toEqual({})
    expect(await api.refusal('GetCodeSigningConfig', { CodeSigningConfigArn })).toMatchObject({ status: 404 })
  })

  it('refuses while a function has it, until the function is gone', async () => {
    const api = createApi()
    const CodeSigningConfigArn = await newConfig(api, 'Warn')
    await api.createFunction('orders', { CodeSigningConfigArn })
    expect(await api.refusal('DeleteCodeSigningConfig', { CodeSigningConfigArn })).toMatchObject({
      code: 'ResourceConflictException',
      status: 409,
    })
    await api.call('DeleteFunction', { FunctionName: 'orders' })
    expect(await api.call('DeleteCodeSigningConfig', { CodeSigningConfigArn })).toEqual({})
  })
})
