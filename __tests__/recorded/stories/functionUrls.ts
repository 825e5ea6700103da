import type { Story } from '../story'
import { packaged, usualFunction } from '../world'

const FunctionName = 'orders'

const ofTheFunction: Story = {
  title: 'the URL of a function starts to stream its answers',
  values: { 'resource:1': FunctionName },
  async tell({ call, recorded }) {
    await call('CreateFunction', usualFunction(FunctionName))
    await call('GetFunction', { FunctionName })
    await recorded('CreateFunctionUrlConfig', 0)
    await recorded('GetFunctionUrlConfig', 0)
    await recorded('UpdateFunctionUrlConfig', 0)
    await recorded('GetFunctionUrlConfig', 1)
  },
}

const ofAnAlias: Story = {
  title: 'an alias has a URL of its own',
  values: { 'resource:1': FunctionName },
  async tell({ call, recorded }) {
    await call('CreateFunction', usualFunction(FunctionName))
    await call('GetFunction', { FunctionName })
    await call('PublishVersion', { FunctionName })
    await call('CreateAlias', { FunctionName, Name: 'test-alias', FunctionVersion: '1' })
    await recorded('CreateFunctionUrlConfig', 1)
    await recorded('CreateFunctionUrlConfig', 2)
    await recorded('GetFunctionUrlConfig', 2)
    await recorded('GetFunctionUrlConfig', 3)
    await recorded('DeleteFunctionUrlConfig', 0)
  },
}

const listed: Story = {
  title: 'the URLs of a function and its alias are listed together',
  async tell({ call, recorded, refused }) {
    const code = packaged({
      Runtime: 'nodejs20.x',
      Handler: 'lambda_handler.handler',
      Timeout: 30,
      Environment: { Variables: {} },
    })
    await call('CreateFunction', { FunctionName, ...code })
    await call('GetFunction', { FunctionName })
    await recorded('PublishVersion', 3)
    await recorded('CreateAlias', 6)
    await refused('ListFunctionUrlConfigs', { FunctionName: 'doesnotexist' }, 'ResourceNotFoundException')
    await recorded('ListFunctionUrlConfigs', 0)
    await recorded('CreateFunctionUrlConfig', 3)
    await recorded('CreateFunctionUrlConfig', 4)
    await recorded('ListFunctionUrlConfigs', 1)
  },
}

export const functionUrls = [ofTheFunction, ofAnAlias, listed]
