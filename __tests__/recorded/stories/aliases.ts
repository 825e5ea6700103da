import { packaged } from '../world'
import type { Story } from '../story'

const FunctionName = 'orders'

const aliasesFromCreationToDeletion: Story = {
  title: 'aliases, from their creation to their deletion',
  async tell({ call, recorded }) {
    await recorded('CreateFunction', 0, packaged())
    await call('GetFunction', { FunctionName })
    await recorded('PublishVersion', 0)
    await call('UpdateFunctionConfiguration', { FunctionName, Environment: { Variables: { testenv: 'prod' } } })
    await call('GetFunction', { FunctionName })
    await recorded('PublishVersion', 1)

    await recorded('CreateAlias', 0)
    await recorded('GetAlias', 0)
    await recorded('GetFunction', 1)
    await call('GetFunction', { FunctionName: `${FunctionName}:aliasname1_1` })
    await call('GetFunction', { FunctionName, Qualifier: '1' })
    await call('GetFunction', { FunctionName, Qualifier: '2' })
    for (const nth of [1, 2, 3]) {
      await recorded('CreateAlias', nth)
      await recorded('GetAlias', nth)
    }

    await call('ListAliases', { FunctionName })
    await recorded('UpdateAlias', 0)
    await recorded('GetAlias', 4)
    await recorded('ListAliases', 0)
    await recorded('UpdateAlias', 1)
    await call('GetAlias', { FunctionName, Name: 'aliasname1_2' })
    await call('ListAliases', { FunctionName })
    await recorded('ListAliases', 1)
    await recorded('DeleteAlias', 0)
    await recorded('ListAliases', 2)
  },
}

export const aliases = [aliasesFromCreationToDeletion]
