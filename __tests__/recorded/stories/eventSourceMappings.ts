import type { Story } from '../story'
import { usualFunction } from '../world'

const FunctionName = 'function-1a2b3c4d'
const stream = 'arn:aws:dynamodb:us-east-1:111111111111:table/orders/stream/2025-11-25T02:26:54.000'
const queue = 'arn:aws:sqs:us-east-1:111111111111:jobs'

const aStream: Story = {
  title: 'a stream of DynamoDB has defaults of its own and is read before long',
  values: { 'resource:1': '2025-11-25T02:26:54.000', 'resource:2': 'orders', 'resource:3': FunctionName },
  async tell({ call, recorded }) {
    await call('CreateFunction', usualFunction(FunctionName))
    await call('GetFunction', { FunctionName })
    const { UUID } = await recorded('CreateEventSourceMapping', 0)
    await call('GetEventSourceMapping', { UUID: UUID! })
    await recorded('ListEventSourceMappings', 0)
  },
}

const aQueue: Story = {
  title: 'a queue has defaults of its own',
  values: { 'resource:1': 'jobs', 'resource:2': FunctionName },
  async tell({ call, recorded }) {
    await call('CreateFunction', usualFunction(FunctionName))
    await call('GetFunction', { FunctionName })
    await recorded('CreateEventSourceMapping', 1)
  },
}

const noFilters: Story = {
  title: 'an empty list of filters does not show',
  values: { 'table-name': 'orders', time: '2025-11-25T02:26:54.000', 'resource:3': FunctionName },
  async tell({ call, recorded }) {
    await call('CreateFunction', usualFunction(FunctionName))
    await call('GetFunction', { FunctionName })
    await recorded('CreateEventSourceMapping', 2)
  },
}

const kafka: Story = {
  title: 'clusters of Kafka that AWS does not manage',
  values: { 'resource:1': FunctionName },
  async tell({ call, recorded, refused }) {
    await call('CreateFunction', usualFunction(FunctionName))
    await call('GetFunction', { FunctionName })
    const create = 'CreateEventSourceMapping'
    const mapping = {
      FunctionName,
      Topics: ['topic'],
      SelfManagedEventSource: { Endpoints: { KAFKA_BOOTSTRAP_SERVERS: ['kafka:1000'] } },
    }
    await refused(create, mapping, 'InvalidParameterValueException')
    await recorded(create, 3)
    const secret = 'arn:aws:secretsmanager:us-east-1:111111111111:secret:secret-1a2b3c4d-JojMCz'
    await refused(
      create,
      { ...mapping, SourceAccessConfigurations: [{ Type: 'BASIC_AUTH', URI: secret }] },
      'ResourceConflictException',
    )
    await recorded(create, 4)
  },
}

const taggedFromTheStart: Story = {
  title: 'a mapping that was created with a tag',
  values: { 'custom-tag': 'a value' },
  async tell({ call, recorded, know }) {
    await call('CreateFunction', usualFunction(FunctionName))
    await call('GetFunction', { FunctionName })
    const mapping = { FunctionName, EventSourceArn: stream, StartingPosition: 'LATEST', Tags: { testtag: 'a value' } } as const
    const { UUID } = await call('CreateEventSourceMapping', mapping)
    know({ uuid: UUID! })
    await call('GetEventSourceMapping', { UUID: UUID! })
    await recorded('ListTags', 0)
  },
}

const tagged: Story = {
  title: 'tags of a mapping are added, replaced and removed',
  async tell({ call, recorded, know }) {
    await call('CreateFunction', usualFunction(FunctionName))
    await call('GetFunction', { FunctionName })
    await call('GetFunction', { FunctionName })
    const { UUID, EventSourceMappingArn } = await call('CreateEventSourceMapping', { FunctionName, EventSourceArn: queue })
    know({ uuid: UUID! })
    const Resource = EventSourceMappingArn!
    await recorded('TagResource', 0)
    await recorded('ListTags', 1)
    await call('TagResource', { Resource, Tags: { B: 'tag-b', C: 'tag-c' } })
    await recorded('ListTags', 2)
    await call('TagResource', { Resource, Tags: { C: 'tag-c-newsuffix', D: 'tag-d' } })
    await recorded('ListTags', 3)
    await recorded('UntagResource', 0)
    await recorded('ListTags', 4)
    await call('UntagResource', { Resource, TagKeys: ['B', 'C'] })
    await recorded('ListTags', 5)
    await call('UntagResource', { Resource, TagKeys: ['A'] })
    await call('ListTags', { Resource })
    await call('UntagResource', { Resource, TagKeys: ['D', 'E'] })
    await recorded('ListTags', 6)
  },
}

export const eventSourceMappings = [aStream, aQueue, noFilters, kafka, taggedFromTheStart, tagged]
