import { archive } from '../../support/archive'
import type { Story, Teller } from '../story'
import { packaged } from '../world'

const FunctionName = 'orders'
const handler = packaged({ Handler: 'handler.handler' })

/** The recordings ask until a change is through, and once more. */
async function poll({ call }: Teller, times: number): Promise<void> {
  for (let asked = 0; asked < times; asked++) await call('GetFunction', { FunctionName })
}

const everyChangeGivesARevision: Story = {
  title: 'a change of configuration or code gives a revision, and its completion another',
  async tell(teller) {
    const { recorded } = teller
    await recorded('CreateFunction', 1, handler)
    await poll(teller, 2)
    await recorded('GetFunction', 2)
    await recorded('UpdateFunctionConfiguration', 0)
    await poll(teller, 1)
    await recorded('GetFunction', 3)
    await recorded('UpdateFunctionCode', 0)
    await poll(teller, 2)
    await recorded('DeleteFunction', 0)
  },
}

const networks: Story = {
  title: 'a function moves from one network to another, and out of it',
  values: {
    subnet_id_1: 'subnet-0a1b2c3d4e5f60001',
    subnet_id_2: 'subnet-0a1b2c3d4e5f60002',
    security_group_id_1: 'sg-0a1b2c3d4e5f60001',
    security_group_id_2: 'sg-0a1b2c3d4e5f60002',
  },
  async tell(teller) {
    const { recorded } = teller
    await recorded('CreateFunction', 3, handler)
    await poll(teller, 2)
    await recorded('GetFunction', 4)
    await recorded('UpdateFunctionConfiguration', 1)
    await poll(teller, 1)
    await recorded('GetFunction', 5)
    await recorded('UpdateFunctionConfiguration', 2)
    await poll(teller, 1)
    await recorded('GetFunction', 6)
  },
}

const images: Story = {
  title: 'a function of an image, and the settings that override the image',
  async tell(teller) {
    const { recorded } = teller
    await recorded('CreateFunction', 4, { Role: handler.Role })
    await poll(teller, 2)
    await recorded('GetFunction', 7)
    await recorded('GetFunctionConfiguration', 0)
    await recorded('UpdateFunctionConfiguration', 3)
    await poll(teller, 1)
    await recorded('GetFunction', 8)
    await recorded('GetFunctionConfiguration', 1)
    await recorded('UpdateFunctionConfiguration', 4)
    await poll(teller, 1)
    await recorded('GetFunction', 9)
    await recorded('GetFunctionConfiguration', 2)
  },
}

const defaults: Story = {
  title: 'a function of which little was said has the defaults',
  async tell(teller) {
    const { recorded } = teller
    await recorded('CreateFunction', 5, handler)
    await poll(teller, 2)
    await recorded('GetFunction', 10)
    await recorded('GetFunctionConfiguration', 3)
  },
}

const logging: Story = {
  title: 'the levels of a log show when it is JSON',
  async tell(teller) {
    const { recorded } = teller
    await recorded('CreateFunction', 1, handler)
    await poll(teller, 3)
    await recorded('GetFunctionConfiguration', 5)
    await recorded('UpdateFunctionConfiguration', 8)
    await poll(teller, 1)
    await recorded('GetFunctionConfiguration', 6)
    await recorded('UpdateFunctionConfiguration', 9)
  },
}

const guardedByRevision: Story = {
  title: 'a change is taken from the latest revision only',
  async tell(teller) {
    const { call, recorded, refused, know } = teller
    await recorded('CreateFunction', 6, packaged({ Code: { ZipFile: archive(276) } }))
    await poll(teller, 1)
    await recorded('GetFunction', 12)
    const update = { FunctionName, RevisionId: 'wrong' }
    await refused('UpdateFunctionCode', { ...update, ZipFile: archive(276) }, 'PreconditionFailedException')
    await recorded('UpdateFunctionCode', 1)
    await poll(teller, 1)
    const { Configuration } = await call('GetFunction', { FunctionName })
    know({ 'uuid:4': Configuration!.RevisionId! })
    await refused('UpdateFunctionConfiguration', { ...update, Runtime: 'python3.8' }, 'PreconditionFailedException')
    await recorded('UpdateFunctionConfiguration', 5)
    await poll(teller, 1)
    await recorded('GetFunction', 13)
  },
}

const recursion: readonly Story[] = [
  {
    title: 'endless loops are cut off unless somebody says otherwise',
    async tell({ call, recorded }) {
      await call('CreateFunction', { FunctionName, ...packaged() })
      await call('GetFunction', { FunctionName })
      await recorded('GetFunctionRecursionConfig', 1)
    },
  },
  {
    title: 'endless loops are allowed on demand',
    async tell({ call, recorded }) {
      await call('CreateFunction', { FunctionName, ...packaged() })
      await call('GetFunction', { FunctionName })
      await recorded('PutFunctionRecursionConfig', 0)
      await recorded('GetFunctionRecursionConfig', 0)
    },
  },
]

export const functions = [everyChangeGivesARevision, networks, images, defaults, logging, guardedByRevision, ...recursion]
