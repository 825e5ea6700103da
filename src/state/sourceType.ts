/** What a source is, as far as its ARN and its settings tell. */
export type SourceType =
  'sqs' | 'sqsFifo' | 'kinesis' | 'dynamodb' | 'kafka' | 'selfManagedKafka' | 'activemq' | 'rabbitmq' | 'documentdb'
