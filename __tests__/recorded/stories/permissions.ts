import type { Story } from '../story'
import { usualFunction } from '../world'

const FunctionName = 'lambda_func-1a2b3c4d'
const s3 = {
  Action: 'lambda:InvokeFunction',
  StatementId: 's3',
  Principal: 's3.amazonaws.com',
  SourceArn: 'arn:aws:s3:::test-bucket',
}

const aPolicyForEachQualifier: Story = {
  title: 'a function, a version and an alias each have a policy and a revision of their own',
  values: { 'function-name:1': FunctionName },
  async tell({ call, recorded, refused }) {
    await call('CreateFunction', usualFunction(FunctionName))
    await call('GetFunction', { FunctionName })
    await recorded('AddPermission', 0)
    await recorded('GetPolicy', 0)

    await call('PublishVersion', { FunctionName })
    await call('GetFunctionConfiguration', { FunctionName, Qualifier: '1' })
    await recorded('GetFunction', 11)
    await call('GetPolicy', { FunctionName })
    await refused('GetPolicy', { FunctionName, Qualifier: '1' }, 'ResourceNotFoundException')
    await call('AddPermission', { FunctionName, Qualifier: '1', ...s3 })
    await recorded('GetPolicy', 1)

    const alias = await recorded('CreateAlias', 4)
    await recorded('GetAlias', 5)
    const permission = { FunctionName, Qualifier: 'permission-alias', ...s3 }
    await refused('AddPermission', { ...permission, RevisionId: 'wrong' }, 'PreconditionFailedException')
    await call('AddPermission', { ...permission, RevisionId: alias.RevisionId })
    await recorded('GetPolicy', 2)

    const { RevisionId } = await call('GetPolicy', { FunctionName })
    await call('AddPermission', { FunctionName, ...s3, StatementId: 's3_2', RevisionId })
    await recorded('GetPolicy', 3)
  },
}

export const permissions = [aPolicyForEachQualifier]
