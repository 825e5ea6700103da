import type { Clock } from '../../clock/clock'
import type { Ids } from '../../clock/ids'
import type { AsyncEvent } from '../async/asyncEvent'
import type { Condition } from '../async/condition'
import { invokedArn } from './invocationRecord'

/** What a target gets. */
export interface Envelope {
  readonly body: string
  /** Of an object in a bucket. */
  readonly key: string | undefined
}

/**
 * The form in which a destination gets a record: an event bus as the detail of an event, a bucket as an object, the others as it is.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
export function envelope(
  target: string,
  record: string,
  { event, condition }: { readonly event: AsyncEvent; readonly condition: Condition },
  { clock, ids }: { readonly clock: Clock; readonly ids: Ids },
): Envelope {
  const time = new Date(clock.now()).toISOString()
  switch (serviceOf(target)) {
    case 'events':
      return { body: busEvent(target, record, { event, condition }, { id: ids.uuid(), time }), key: undefined }
    case 's3':
      return { body: record, key: objectKey(event.fn.name, time, ids.uuid()) }
    default:
      return { body: record, key: undefined }
  }
}

/** `sqs` of arn:aws:sqs:us-east-1:123456789012:orders. */
export function serviceOf(arn: string): string | undefined {
  return arn.split(':')[2]
}

/** `source`, `detail-type`, `resources` and `detail` are recorded; the other members are those of every event on a bus. */
function busEvent(
  bus: string,
  record: string,
  { event, condition }: { readonly event: AsyncEvent; readonly condition: Condition },
  { id, time }: { readonly id: string; readonly time: string },
): string {
  const frame = JSON.stringify({
    version: '0',
    id,
    'detail-type': `Lambda Function Invocation Result - ${condition === 'Success' ? 'Success' : 'Failure'}`,
    source: 'lambda',
    account: event.region.accountId,
    time: `${time.slice(0, 19)}Z`,
    region: event.region.region,
    resources: [bus, invokedArn(event)],
  })
  return `${frame.slice(0, -1)},"detail":${record}}`
}

/** `aws/lambda/async/orders/2026/01/31/2026-01-31T12.00.00-` and a UUID. */
function objectKey(functionName: string, time: string, uuid: string): string {
  const day = time.slice(0, 10).replaceAll('-', '/')
  return `aws/lambda/async/${functionName}/${day}/${time.slice(0, 19).replaceAll(':', '.')}-${uuid}`
}
