import { UsageError } from '../../errors/usageError'
import type { LogRequest } from '../../runtime/event-sources/logs/logRequest'
import type { LogRecord } from '../../state/logRecord'
import { readImage, type ReadImage } from './readImage'
import { isMembers } from '../../usage/isMembers'
import { readMembers, requireBytes, requireText, shown } from '../../usage/readMembers'

/** A record for a Kinesis stream. The names of PutRecord (`PartitionKey`, `Data`) are understood too. */
export interface StreamRecordInput {
  readonly partitionKey: string
  /** Bytes or text as they are, any other JSON value as its text. */
  readonly data: unknown
}

/**
 * A change of a table: an item that was put has a new image, one that was deleted an old one, one that was changed both. Images are
 * plain values, or attribute values such as `{ id: { N: '7' } }`.
 */
export interface TableChangeInput {
  readonly newImage?: object
  readonly oldImage?: object
  /** The key of the item. Default: by the table's KeySchema. */
  readonly keys?: object
  /** Deleted by the table's time to live. Default: false. */
  readonly expired?: boolean
}

/** Bytes of the largest record of a Kinesis stream: 1 MiB, the partition key included. */
const largestRecord = 1024 * 1024
/** Bytes of the largest item of a table: 400 KB. */
const largestItem = 400 * 1024

export function readStreamRecord(_: LogRecord, given: unknown, where: string): LogRequest {
  if (!isMembers(given)) throw new UsageError(`${where} needs { partitionKey, data }, not ${shown(given)}.`)
  const read = readMembers(where, given, { partitionKey: ['PartitionKey'], data: ['Data'] })
  const partitionKey = requireText(where, 'partitionKey', read.partitionKey)
  if (partitionKey.length > 256)
    throw new UsageError(`${where} has a partitionKey of ${partitionKey.length} characters; 256 are the most.`)
  const data = requireBytes(where, 'data', read.data)
  const size = data.byteLength + Buffer.byteLength(partitionKey)
  if (size > largestRecord)
    throw new UsageError(`${where} has a record of ${size} bytes; Kinesis takes no more than ${largestRecord}.`)
  return { kind: 'kinesis', partitionKey, data }
}

export function readTableChange({ settings }: LogRecord, given: unknown, where: string): LogRequest {
  if (!isMembers(given)) throw new UsageError(`${where} needs { newImage, oldImage }, not ${shown(given)}.`)
  const read = readMembers(where, given, { newImage: ['NewImage'], oldImage: ['OldImage'], keys: ['Keys'], expired: [] })
  const newImage = read.newImage === undefined ? undefined : readImage(`${where}.newImage`, read.newImage)
  const oldImage = read.oldImage === undefined ? undefined : readImage(`${where}.oldImage`, read.oldImage)
  const image = newImage ?? oldImage
  if (image === undefined) throw new UsageError(`${where} needs a newImage, an oldImage, or both.`)
  const keys = read.keys === undefined ? keysOf(image, settings.keys, where) : readImage(`${where}.keys`, read.keys)
  const isExpiry = Boolean(read.expired)
  if (isExpiry && newImage !== undefined)
    throw new UsageError(`${where} is expired and has a newImage: what is deleted has an old one only.`)
  for (const [name, { typed }] of Object.entries({ newImage, oldImage }).filter(
    (entry): entry is [string, ReadImage] => entry[1] !== undefined,
  )) {
    const size = Buffer.byteLength(JSON.stringify(typed))
    if (size > 2 * largestItem)
      throw new UsageError(`${where}.${name} has ${size} bytes of JSON: an item has no more than ${largestItem} bytes.`)
  }
  const plain = { keys: keys.plain, newImage: newImage?.plain, oldImage: oldImage?.plain }
  return { kind: 'dynamodb', keys: keys.typed, newImage: newImage?.typed, oldImage: oldImage?.typed, plain, isExpiry }
}

/** The attributes of the KeySchema; where none was given, the first attribute of the item. */
function keysOf({ typed, plain }: ReadImage, schema: unknown, where: string): ReadImage {
  const names = (schema as readonly string[] | undefined) ?? Object.keys(typed).slice(0, 1)
  const missing = names.find((name) => !(name in typed))
  if (missing !== undefined || names.length === 0)
    throw new UsageError(
      `${where} has no ${missing === undefined ? 'attribute that could be its key' : `${missing}, which is part of the table's key`}.`,
    )
  const pick = (from: ReadImage['plain']) => Object.fromEntries(names.map((name) => [name, from[name]]))
  return { typed: pick(typed) as ReadImage['typed'], plain: pick(plain) }
}
