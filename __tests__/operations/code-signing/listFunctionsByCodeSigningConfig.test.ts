import { createApi } from '../../support/api'
import { newConfig } from '../../support/codeSigning'

describe('ListFunctionsByCodeSigningConfig', () => {
  it('lists ARNs in pages', async () => {
    const api = createApi()
    const CodeSigningConfigArn = await newConfig(api, 'Warn')
    for (const name of ['a', 'b', 'c']) await api.createFunction(name, { CodeSigningConfigArn })
    const first = await api.call('ListFunctionsByCodeSigningConfig', { CodeSigningConfigArn, MaxItems: 2 })
    const second = await api.call('ListFunctionsByCodeSigningConfig', { CodeSigningConfigArn, Marker: first.NextMarker })
    expect(first.FunctionArns).toHaveLength(2)
    expect(second.FunctionArns).toEqual([expect.stringMatching(/:c$/)])
  })

  it('lists no function that is gone or has another', async () => {
    const api = createApi()
    const [CodeSigningConfigArn, other] = [await newConfig(api, 'Warn'), await newConfig(api, 'Warn')]
    for (const name of ['a', 'b', 'c']) await api.createFunction(name, { CodeSigningConfigArn })
    await api.call('DeleteFunction', { FunctionName: 'a' })
    await api.call('PutFunctionCodeSigningConfig', { FunctionName: 'b', CodeSigningConfigArn: other })
    expect(await api.call('ListFunctionsByCodeSigningConfig', { CodeSigningConfigArn })).toEqual({
      NextMarker: undefined,
      FunctionArns: [expect.stringMatching(/:c$/)],
    })
  })
})
