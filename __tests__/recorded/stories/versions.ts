import type { Story } from '../story'
import { packaged } from '../world'

const FunctionName = 'orders'

const versionsFromPublicationToDeletion: Story = {
  title: 'versions, from their publication to their deletion',
  async tell({ call, recorded }) {
    await recorded('CreateFunction', 8, packaged())
    await call('GetFunction', { FunctionName })
    await recorded('GetFunction', 18)
    await recorded('ListVersionsByFunction', 0)
    await recorded('UpdateFunctionConfiguration', 6)
    await call('GetFunction', { FunctionName })
    await recorded('GetFunction', 19)
    await recorded('PublishVersion', 5)
    await recorded('GetFunction', 20)
    await recorded('GetFunctionConfiguration', 4)

    await recorded('UpdateFunctionConfiguration', 7)
    await call('GetFunction', { FunctionName })
    await call('GetFunction', { FunctionName })
    await recorded('PublishVersion', 6)
    await call('PublishVersion', { FunctionName })
    await recorded('ListVersionsByFunction', 1)
    await call('DeleteFunction', { FunctionName, Qualifier: '1' })
    await recorded('ListVersionsByFunction', 2)
  },
}

const guardedByDigest: Story = {
  title: 'a version is published of the code that its digest is of',
  async tell({ call, recorded, refused }) {
    await recorded('CreateFunction', 7, packaged())
    await call('GetFunction', { FunctionName })
    await recorded('GetFunction', 15)
    const wrong = { FunctionName, CodeSha256: 'somenonexistentsha256' }
    await refused('PublishVersion', wrong, 'InvalidParameterValueException')
    await recorded('PublishVersion', 4)
  },
}

const publishedWithItsCode: Story = {
  title: 'a version that is published with new code is Pending at first, like a new function',
  options: { functionStates: 'staged' },
  async tell({ world, call, recorded }) {
    await recorded('CreateFunction', 7, packaged())
    await world.lambda.clock.advance('1m')
    await call('GetFunction', { FunctionName })
    await recorded('GetFunction', 15)
    await recorded('UpdateFunctionCode', 2)
    await recorded('GetFunction', 16)
    await recorded('GetFunction', 17)
  },
}

const revisions: Story = {
  title: 'a version and an alias are changed from the latest revision only',
  async tell({ call, recorded, refused, know }) {
    const created = await recorded('CreateFunction', 2, packaged({ Handler: 'handler.handler' }))
    await call('GetFunction', { FunctionName })
    const { Configuration } = await call('GetFunction', { FunctionName })
    const stale = { FunctionName, RevisionId: created.RevisionId }
    await refused('PublishVersion', stale, 'PreconditionFailedException')
    await call('PublishVersion', { FunctionName, RevisionId: Configuration!.RevisionId })
    await call('GetFunctionConfiguration', { FunctionName, Qualifier: '1' })
    await recorded('GetFunction', 14)
    const { Configuration: published } = await call('GetFunction', { FunctionName })
    know({ 'uuid:2': Configuration!.RevisionId!, 'uuid:4': published!.RevisionId! })

    await recorded('CreateAlias', 5)
    await call('GetFunction', { FunctionName, Qualifier: 'revision_alias' })
    await call('GetFunction', { FunctionName })
    const alias = { FunctionName, Name: 'revision_alias', RevisionId: 'wrong' }
    await refused('UpdateAlias', alias, 'PreconditionFailedException')
    await recorded('UpdateAlias', 2)
  },
}

export const versions = [versionsFromPublicationToDeletion, guardedByDigest, publishedWithItsCode, revisions]
