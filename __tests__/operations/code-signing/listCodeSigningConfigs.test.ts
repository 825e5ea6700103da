import { createApi } from '../../support/api'
import { newConfig } from '../../support/codeSigning'

describe('ListCodeSigningConfigs', () => {
  it('lists all in pages', async () => {
    const api = createApi()
    const arns = [await newConfig(api), await newConfig(api), await newConfig(api)]
    const all = await api.call('ListCodeSigningConfigs', {})
    expect(all.CodeSigningConfigs?.map((config) => config.CodeSigningConfigArn)).toEqual(arns)
    expect(all.NextMarker).toBeUndefined()
    const first = await api.call('ListCodeSigningConfigs', { MaxItems: 2 })
    const second = await api.call('ListCodeSigningConfigs', { MaxItems: 2, Marker: first.NextMarker })
    expect(second.CodeSigningConfigs?.map((config) => config.CodeSigningConfigArn)).toEqual(arns.slice(2))
    expect(await api.call('GetCodeSigningConfig', { CodeSigningConfigArn: arns[0]! })).toEqual({
      CodeSigningConfig: all.CodeSigningConfigs?.[0],
    })
  })
})
