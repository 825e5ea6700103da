import { isSection, type Section } from './readTemplate'
import type { Resource, Stack } from './stack'

/** Event types of SAM's that are event source mappings, and the property that has the source's ARN. */
const sources: Readonly<Record<string, string>> = {
  SQS: 'Queue',
  Kinesis: 'Stream',
  DynamoDB: 'Stream',
  MSK: 'Stream',
  MQ: 'Broker',
  DocumentDB: 'Cluster',
  SelfManagedKafka: 'KafkaBootstrapServers',
}

/** Properties with another name in the API. */
const renamed: Readonly<Record<string, string>> = {
  ...{ Queue: 'EventSourceArn', Stream: 'EventSourceArn', Broker: 'EventSourceArn' },
  Cluster: 'EventSourceArn',
}

/** The event sources of a SAM function. What only calls the function is told of: there is nobody here who would. */
export function applyEvents(stack: Stack, resource: Resource, qualifier: string | undefined, events: Section): void {
  const others: string[] = []
  for (const [id, event] of Object.entries(events)) {
    const { Type, Properties } = isSection(event) ? event : {}
    if (typeof Type !== 'string' || !Object.hasOwn(sources, Type) || !isSection(Properties)) {
      others.push(`${id} (${String(Type)})`)
      continue
    }
    const source = Properties[sources[Type]!]
    if (source === undefined) {
      stack.warn(`${resource.where}: the event ${id} has no ${sources[Type]} that is known here, and is left out.`)
      continue
    }
    applyMapping(
      stack,
      resource,
      mappingOf(Type, Properties),
      qualifier === undefined ? resource.name : `${resource.name}:${qualifier}`,
    )
  }
  if (others.length > 0)
    stack.warn(`${resource.where}: nobody here sends the events ${others.join(', ')}; invoke the function with one yourself.`)
}

function mappingOf(type: string, { KafkaBootstrapServers, Topics, Queues, ...rest }: Section): Section {
  const properties = Object.fromEntries(Object.entries(rest).map(([name, value]) => [renamed[name] ?? name, value]))
  return {
    ...properties,
    ...(Topics !== undefined && { Topics }),
    ...(Queues !== undefined && { Queues }),
    ...(type === 'SelfManagedKafka' && {
      SelfManagedEventSource: { Endpoints: { KAFKA_BOOTSTRAP_SERVERS: KafkaBootstrapServers } },
    }),
    ...(type !== 'SQS' && type !== 'MQ' && rest.StartingPosition === undefined && { StartingPosition: 'LATEST' }),
  }
}

/** A mapping from the same source to the same function is brought up to date. */
export function applyMapping(stack: Stack, resource: Resource, properties: Section, functionName: string): string {
  const { seed } = stack
  const { where } = resource
  const { region, accountId } = seed.region()
  const name = functionName.replace(/^.*:function:/, '')
  const isSame = (arn: string) => arn.endsWith(`:${region}:${accountId}:function:${name}`)
  const there = [...seed.region().eventSourceMappings.values()].find(
    (mapping) =>
      mapping.source.arn === properties.EventSourceArn && properties.EventSourceArn !== undefined && isSame(mapping.functionArn),
  )
  if (there === undefined) {
    const input = { ...stack.fit('CreateEventSourceMapping', resource, properties), FunctionName: functionName }
    return seed.run(where, 'CreateEventSourceMapping', input as never).UUID ?? ''
  }
  const fixed = [
    'EventSourceArn',
    'StartingPosition',
    'StartingPositionTimestamp',
    'Topics',
    'Queues',
    'SelfManagedEventSource',
    'Tags',
  ]
  const changes = Object.fromEntries(
    Object.entries(properties)
      .filter(([member]) => !fixed.includes(member))
      .map(([member, value]) => [member, member === 'SourceAccessConfigurations' ? withoutHost(value) : value]),
  )
  seed.run(where, 'UpdateEventSourceMapping', {
    ...stack.fit('UpdateEventSourceMapping', resource, changes),
    UUID: there.uuid,
  } as never)
  return there.uuid
}

/** An update of a mapping must not name the virtual host, which stays what it was at its creation. */
function withoutHost(access: unknown): unknown {
  return Array.isArray(access) ? access.filter((each) => !isSection(each) || each.Type !== 'VIRTUAL_HOST') : access
}
