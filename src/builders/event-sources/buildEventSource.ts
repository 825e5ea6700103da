import { UsageError } from '../../errors/usageError'
import type { Seed } from '../seed'
import { queueSource, type QueueSource } from './queueSource'

/** Hands out a queue, stream or cluster of the region by its ARN; it is there from then on. */
export function buildEventSource(seed: Seed, arn: unknown, settings: unknown): QueueSource {
  if (typeof arn !== 'string' || arn === '')
    throw new UsageError(`lambda.eventSource(arn) needs the ARN of a queue, stream or cluster, not ${String(arn)}.`)
  const [prefix, , service, region] = arn.split(':')
  if (prefix !== 'arn')
    throw new UsageError(`lambda.eventSource('${arn}') needs an ARN, such as arn:aws:sqs:us-east-1:123456789012:jobs.`)
  if (region !== seed.region().region) {
    throw new UsageError(
      `lambda.eventSource('${arn}') is in ${region}, and Lambda reads sources of its own region only: here that is ${seed.region().region}. ` +
        `Use lambda.region('${region}').eventSource(arn).`,
    )
  }
  if (service === 'sqs') return queueSource(seed, arn, settings)
  throw new UsageError(`lambda.eventSource('${arn}') cannot tell what this is an ARN of: queues of SQS can be sent to.`)
}
