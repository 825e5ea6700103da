import { formatValue, onOneLine, shortened } from '../matching/formatValue'
import type { Delivery } from '../runtime/destinations/delivery'
import { eventSecrecy } from '../usage/secrets'

/**
 * A delivery on one line: the function, its event, the target and why. Credentials are left out, and so is everything that differs
 * from run to run.
 *
 * @example formatDelivery(delivery) // orders {"id":7} -> arn:aws:sqs:us-east-1:123456789012:failed (RetriesExhausted)
 */
export function formatDelivery({ arn, kind, condition, functionName, record, error }: Delivery, limit = 160): string {
  const event = kind === 'dead-letter' ? record : contentOf(record as Readonly<Record<string, unknown>> | undefined)
  const notes = [condition, kind === 'dead-letter' ? 'dead letter' : '', error === undefined ? '' : `lost: ${error}`]
  const end = onOneLine(` -> ${arn} (${notes.filter((note) => note !== '').join(', ')})`)
  const start = `${functionName} ${formatValue(event, { limit, secrecy: eventSecrecy })}`
  return `${shortened(onOneLine(start), Math.max(functionName.length + 12, limit - end.length))}${end}`
}

/** The event; records of a stream are not in what is delivered, only where they are. */
function contentOf(record: Readonly<Record<string, unknown>> | undefined): unknown {
  return record?.requestPayload ?? record?.KinesisBatchInfo ?? record?.DDBStreamBatchInfo ?? record?.KafkaBatchInfo
}
