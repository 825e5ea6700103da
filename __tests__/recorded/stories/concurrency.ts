import type { Story } from '../story'
import { usualFunction } from '../world'

const reserving = (title: string, FunctionName: string, tell: Story['tell']): Story => ({
  title,
  values: { 'function-name:1': FunctionName },
  async tell(teller) {
    await teller.call('CreateFunction', usualFunction(FunctionName))
    await teller.call('GetFunction', { FunctionName })
    await tell(teller)
  },
})

const stopped = reserving('a function is stopped by reserving nothing', 'fn-concurrency-1a2b3c4d', async ({ recorded }) => {
  await recorded('GetFunctionConcurrency', 0)
  await recorded('PutFunctionConcurrency', 0)
  await recorded('GetFunctionConcurrency', 1)
})

const shown = reserving('GetFunction shows what a function reserves', 'orders', async ({ recorded }) => {
  await recorded('PutFunctionConcurrency', 1)
  await recorded('GetFunctionConcurrency', 2)
  await recorded('GetFunction', 0)
})

const givenBack: Story = {
  title: 'what a function reserves comes out of the account and goes back to it',
  async tell({ call, recorded, refused }) {
    const FunctionName = 'lambda_func-1a2b3c4d'
    const { AccountLimit } = await call('GetAccountSettings', {})
    await call('CreateFunction', usualFunction(FunctionName))
    await call('GetFunction', { FunctionName })
    const ReservedConcurrentExecutions = AccountLimit!.UnreservedConcurrentExecutions! - 99
    await refused('PutFunctionConcurrency', { FunctionName, ReservedConcurrentExecutions }, 'InvalidParameterValueException')
    await recorded('PutFunctionConcurrency', 2)
    await recorded('GetFunctionConcurrency', 3)
    await recorded('DeleteFunctionConcurrency', 0)
  },
}

const noneProvisioned: Story = {
  title: 'no concurrency is provisioned',
  async tell({ call, recorded, refused }) {
    const FunctionName = 'orders'
    const missing = 'ResourceNotFoundException'
    await call('CreateFunction', usualFunction(FunctionName))
    await call('GetFunction', { FunctionName })
    await call('PublishVersion', { FunctionName })

    const get = 'GetProvisionedConcurrencyConfig'
    await refused(get, { FunctionName: 'doesnotexist', Qualifier: 'noalias' }, missing)
    await refused(get, { FunctionName, Qualifier: 'noalias' }, missing)
    await refused(get, { FunctionName, Qualifier: '10' }, missing)
    await refused(get, { FunctionName, Qualifier: '$LATEST' }, 'InvalidParameterValueException')
    await refused(get, { FunctionName, Qualifier: '1' }, 'ProvisionedConcurrencyConfigNotFoundException')
    await recorded('ListProvisionedConcurrencyConfigs', 0)
    await refused('ListProvisionedConcurrencyConfigs', { FunctionName: 'doesnotexist' }, missing)

    const remove = 'DeleteProvisionedConcurrencyConfig'
    await refused(remove, { FunctionName: 'doesnotexist', Qualifier: '1' }, missing)
    await refused(remove, { FunctionName, Qualifier: 'noalias' }, missing)
    await refused(remove, { FunctionName, Qualifier: '10' }, missing)
    await refused(remove, { FunctionName, Qualifier: '$LATEST' }, 'InvalidParameterValueException')
    await recorded(remove, 0)
  },
}

export const concurrency = [stopped, shown, givenBack, noneProvisioned]
