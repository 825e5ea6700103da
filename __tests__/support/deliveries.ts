import type { Delivery, DeliveryEntry } from '../../src/runtime/destinations/delivery'
import { noon, requestId } from './runtime'

export const failed = 'arn:aws:sqs:us-east-1:123456789012:failed'
export const done = 'arn:aws:sns:us-east-1:123456789012:done'
export const letters = 'arn:aws:sqs:us-east-1:123456789012:letters'

export const delivery = (parts: Partial<Delivery> = {}): Delivery => ({
  arn: failed,
  kind: 'destination',
  condition: 'RetriesExhausted',
  functionName: 'orders',
  requestId,
  record: { requestContext: { condition: 'RetriesExhausted' }, requestPayload: { id: 7 } },
  body: '',
  attributes: {},
  key: undefined,
  at: noon,
  error: undefined,
  ...parts,
})

export const deliveryEntry = (parts: Partial<DeliveryEntry> = {}): DeliveryEntry => ({
  arn: failed,
  kind: 'destination',
  condition: 'RetriesExhausted',
  functionName: 'orders',
  requestId,
  recordText: '{"requestPayload":{"id":7}}',
  traceHeader: undefined,
  body: '{"requestPayload":{"id":7}}',
  attributes: {},
  key: undefined,
  at: noon,
  error: undefined,
  isMistake: false,
  ...parts,
})
