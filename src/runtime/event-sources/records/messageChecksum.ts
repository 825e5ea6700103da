import { createHash } from 'node:crypto'
import type { QueueAttribute } from '../../../state/queueRecord'

/** MD5 of a text, in hexadecimal digits: SQS's check of bodies. */
export function md5(text: string): string {
  return createHash('md5').update(text).digest('hex')
}

/**
 * SQS's check of message attributes: MD5 over all of them in the order of their names, every part with its length before it.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html
 */
export function attributesChecksum(attributes: Readonly<Record<string, QueueAttribute>>): string | undefined {
  const names = Object.keys(attributes).sort()
  if (names.length === 0) return undefined
  const hash = createHash('md5')
  const add = (part: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(part.byteLength)
    hash.update(length).update(part)
  }
  for (const name of names) {
    const { dataType, stringValue, binaryValue } = attributes[name]!
    add(Buffer.from(name))
    add(Buffer.from(dataType))
    // 1 for text and numbers, 2 for bytes.
    hash.update(Buffer.from([binaryValue === undefined ? 1 : 2]))
    add(binaryValue === undefined ? Buffer.from(stringValue ?? '') : Buffer.from(binaryValue, 'base64'))
  }
  return hash.digest('hex')
}
