import { aFunction, nameOf, type RecordedRequest, type Situation, type Situations, type Stage } from '../situation'

const queueAndFunction = { 'resource:1': 'jobs', 'resource:2': 'orders' }

/** The mapping of the request without what made AWS refuse it the second time. */
const mapped =
  (before: (request: RecordedRequest) => object = () => ({})): Stage =>
  async ({ createFunction, call }, request) => {
    const FunctionName = nameOf(request)
    await createFunction(FunctionName)
    const { UUID } = await call('CreateEventSourceMapping', { ...request, ...before(request) })
    return { values: { 'uuid:1': UUID!, 'resource:1': FunctionName } }
  }

const secondOfAQueue: Situation = {
  values: queueAndFunction,
  async stage(world, request) {
    const situated = await mapped()(world, request)
    return { values: { ...situated?.values, ...queueAndFunction } }
  },
}

export const eventSourceMappings: Situations = {
  CreateEventSourceMapping: {
    'SQS batch size over 10 without a batching window (create)': { values: queueAndFunction, stage: aFunction },
    'filter pattern is not an object of arrays': aFunction,
    'self-managed Kafka without source access configurations': aFunction,
    'stream source without a starting position': aFunction,
    'the Kinesis stream of the mapping does not exist': aFunction,
    'same Kafka source, function and topic again': mapped(),
    'same topic again, one bootstrap server shared': mapped(() => ({
      SelfManagedEventSource: { Endpoints: { KAFKA_BOOTSTRAP_SERVERS: ['kafka:1000'] } },
      SelfManagedKafkaEventSourceConfig: undefined,
    })),
    'second mapping of the same queue to the same function': secondOfAQueue,
    'unknown starting position': aFunction,
  },
  UpdateEventSourceMapping: {
    'SQS batch size over 10 without a batching window (update)': {
      values: queueAndFunction,
      async stage({ createFunction, call }, request) {
        await createFunction(nameOf(request))
        const { UUID } = await call('CreateEventSourceMapping', {
          FunctionName: nameOf(request),
          EventSourceArn: 'arn:aws:sqs:us-east-1:111111111111:jobs',
        })
        return { values: { 'uuid:1': UUID! } }
      },
    },
  },
}
