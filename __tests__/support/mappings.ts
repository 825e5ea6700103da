import type { Input } from '../../src/model/api'
import { createApi } from './api'
import { arns } from './sources'

export type Mapping = Omit<Input<'CreateEventSourceMapping'>, 'FunctionName'>
export type MappingChanges = Omit<Input<'UpdateEventSourceMapping'>, 'UUID'>

export const secrets = [{ Type: 'BASIC_AUTH', URI: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:one' }] as const

/** The least that a mapping of each kind of source needs. */
export const mappings = {
  queue: { EventSourceArn: arns.jobs },
  stream: { EventSourceArn: arns.clicks, StartingPosition: 'LATEST' },
  managedKafka: { EventSourceArn: arns.kafka, Topics: ['topic'] },
  selfManagedKafka: {
    Topics: ['topic'],
    SourceAccessConfigurations: secrets,
    SelfManagedEventSource: { Endpoints: { KAFKA_BOOTSTRAP_SERVERS: ['kafka:1000'] } },
  },
  broker: { EventSourceArn: arns.broker, Queues: ['queue'], SourceAccessConfigurations: secrets },
} as const satisfies Record<string, Mapping>

/** A double with the function `orders`, and what maps sources to it. */
export async function mappedOrders(functionStates: 'settled' | 'staged' = 'settled') {
  const api = createApi({ functionStates })
  await api.createFunction('orders')
  const create = (mapping: Mapping) => api.call('CreateEventSourceMapping', { FunctionName: 'orders', ...mapping })
  return {
    api,
    create,
    refusal: (mapping: Mapping) => api.refusal('CreateEventSourceMapping', { FunctionName: 'orders', ...mapping }),
    async mapped(mapping: Mapping) {
      const UUID = (await create(mapping)).UUID!
      return {
        UUID,
        update: (changes: MappingChanges) => api.call('UpdateEventSourceMapping', { UUID, ...changes }),
        refusal: (changes: MappingChanges) => api.refusal('UpdateEventSourceMapping', { UUID, ...changes }),
      }
    },
  }
}

export const badParameter = { code: 'InvalidParameterValueException', status: 400 }
export const unsupported = (member: string) => ({
  ...badParameter,
  message: `Unsupported ${member} parameter for given event source mapping type.`,
})
