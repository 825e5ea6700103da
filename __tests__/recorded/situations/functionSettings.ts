import { aFunction, nameOf, nothing, type Situations } from '../situation'

/** Function URLs and the settings of asynchronous invocations. */
export const functionSettings: Situations = {
  GetFunctionEventInvokeConfig: {
    'function ARN of another region': aFunction,
    'published version without a config of its own': async ({ createFunction, call }, request) => {
      const FunctionName = nameOf(request)
      await createFunction(FunctionName, { Publish: true })
      await call('PutFunctionEventInvokeConfig', { FunctionName, MaximumRetryAttempts: 1 })
      return { values: { 'function-name:1': FunctionName } }
    },
  },
  CreateFunctionUrlConfig: { 'unknown invoke mode': aFunction },
  GetFunctionUrlConfig: {
    'function ARN of another region': aFunction,
    "unqualified URL deleted, the alias's URL remains": {
      values: { 'resource:1': 'orders' },
      async stage({ createFunction, call }, request) {
        const FunctionName = nameOf(request)
        await createFunction(FunctionName, { Publish: true })
        await call('CreateAlias', { FunctionName, Name: 'live', FunctionVersion: '1' })
        await call('CreateFunctionUrlConfig', { FunctionName, AuthType: 'NONE' })
        await call('CreateFunctionUrlConfig', { FunctionName, Qualifier: 'live', AuthType: 'NONE' })
        await call('DeleteFunctionUrlConfig', { FunctionName })
      },
    },
  },
  ListFunctionUrlConfigs: { 'unknown function (message without the name)': nothing },
}
