import type { Story } from '../story'
import { usualFunction } from '../world'

const FunctionName = 'fn-eventinvoke-1a2b3c4d'

const putReplacesAndUpdateMerges: Story = {
  title: 'putting settings of asynchronous invocations replaces them, updating merges them',
  values: { 'function-name:1': FunctionName },
  async tell({ call, recorded, refused }) {
    await call('CreateFunction', usualFunction(FunctionName))
    await call('GetFunction', { FunctionName })
    await recorded('PutFunctionEventInvokeConfig', 0)
    await recorded('PutFunctionEventInvokeConfig', 1)
    await recorded('UpdateFunctionEventInvokeConfig', 0)
    await recorded('UpdateFunctionEventInvokeConfig', 1)
    await recorded('GetFunctionEventInvokeConfig', 0)
    await call('GetFunctionEventInvokeConfig', { FunctionName, Qualifier: '$LATEST' })
    await recorded('ListFunctionEventInvokeConfigs', 0)

    await recorded('PublishVersion', 2)
    await refused('GetFunctionEventInvokeConfig', { FunctionName, Qualifier: '1' }, 'ResourceNotFoundException')
    await recorded('PutFunctionEventInvokeConfig', 2)
    await recorded('GetFunctionEventInvokeConfig', 1)
    const { FunctionEventInvokeConfigs, NextMarker } = await call('ListFunctionEventInvokeConfigs', { FunctionName, MaxItems: 1 })
    expect([FunctionEventInvokeConfigs?.length, NextMarker]).toEqual([1, expect.any(String)])
    await call('ListFunctionEventInvokeConfigs', { FunctionName, Marker: NextMarker, MaxItems: 1 })
    await call('DeleteFunctionEventInvokeConfig', { FunctionName })
    await recorded('ListFunctionEventInvokeConfigs', 1)
  },
}

export const eventInvokeConfigs = [putReplacesAndUpdateMerges]
