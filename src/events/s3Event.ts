import { createHash } from 'node:crypto'
import { readMembers, requireBytes, requireText, requireWhole, shown } from '../usage/readMembers'
import { nearest } from '../errors/nearest'
import { UsageError } from '../errors/usageError'
import { partitionOf } from '../state/arns'
import { readTime, wholeSeconds, type EventPlace, type Time } from './eventPlace'

/** The version of the event's form that S3 gives each kind of event, and whether it says how large the object is. */
const kinds = {
  'ObjectCreated:Put': ['2.1', 'sized'],
  'ObjectCreated:Post': ['2.1', 'sized'],
  'ObjectCreated:Copy': ['2.1', 'sized'],
  'ObjectCreated:CompleteMultipartUpload': ['2.1', 'sized'],
  'ObjectRemoved:Delete': ['2.1', 'gone'],
  'ObjectRemoved:DeleteMarkerCreated': ['2.1', 'marked'],
  'ObjectRestore:Post': ['2.1', 'sized'],
  'ObjectRestore:Completed': ['2.1', 'sized'],
  'ObjectRestore:Delete': ['2.3', 'sized'],
  'ObjectTagging:Put': ['2.3', 'tagged'],
  'ObjectTagging:Delete': ['2.3', 'tagged'],
  'ObjectAcl:Put': ['2.3', 'tagged'],
  'LifecycleExpiration:Delete': ['2.3', 'gone'],
  'LifecycleExpiration:DeleteMarkerCreated': ['2.3', 'marked'],
  LifecycleTransition: ['2.3', 'sized'],
  IntelligentTiering: ['2.3', 'sized'],
} as const

/** What may happen to an object. */
export type S3EventName = keyof typeof kinds

/** Something that happened to an object. */
export interface S3Change {
  readonly bucket: string
  /** As it is: the event has it url-encoded, as S3 sends it. */
  readonly key: string
  /** Default: 'ObjectCreated:Put'. */
  readonly eventName?: S3EventName
  /** What the object holds; its size and ETag follow. Text as it is, any other JSON value as its text. */
  readonly body?: unknown
  /** Bytes. Default: those of the body, or 1024. */
  readonly size?: number
  /** Without quotation marks. Default: the MD5 of the body, or a new one. */
  readonly eTag?: string
  /** Of a bucket with versioning. */
  readonly versionId?: string
  /** Hexadecimal; of two events of one key the greater one is the later. Default: follows from the time. */
  readonly sequencer?: string
  /** The Id of the notification configuration. */
  readonly configurationId?: string
  readonly sourceIp?: string
  readonly time?: Time
  /** X-Ray's trace header of whoever changed the object. Default: that of the run which does. */
  readonly traceHeader?: string
}

const members = {
  bucket: ['Bucket'],
  key: ['Key'],
  eventName: [],
  body: ['Body'],
  size: [],
  eTag: ['ETag'],
  versionId: ['VersionId'],
  sequencer: [],
  configurationId: [],
  sourceIp: [],
  time: [],
  traceHeader: [],
} as const

/** What a function gets of a change in a bucket. */
export type S3Event = ReturnType<typeof newS3Event>

/**
 * The event of one change: S3 sends one record in each.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
 */
export function newS3Event(where: string, given: object, place: EventPlace) {
  const input = readMembers(where, given, members)
  const text = (name: string) => (input[name] === undefined ? undefined : requireText(where, name, input[name]))
  const [eventVersion, kind] = kinds[requireEventName(where, input.eventName)]
  const eventName = (input.eventName ?? 'ObjectCreated:Put') as S3EventName
  const { ids, region, accountId } = place
  const time = readTime(where, input.time, place)
  const bucket = requireText(where, 'bucket', input.bucket)
  const body = input.body === undefined ? undefined : requireBytes(where, 'body', input.body)
  const size = input.size === undefined ? (body?.byteLength ?? 1024) : requireWhole(where, 'size', input.size, [0, 50 * 2 ** 40])
  const eTag = text('eTag') ?? (body === undefined ? ids.hex(32) : createHash('md5').update(body).digest('hex'))
  const object = {
    key: encodedKey(requireText(where, 'key', input.key)),
    ...(kind === 'sized' && { size }),
    ...(kind !== 'gone' && { eTag: kind === 'marked' ? createHash('md5').digest('hex') : eTag }),
    ...(input.versionId !== undefined && { versionId: requireText(where, 'versionId', input.versionId) }),
    ...(kind !== 'tagged' && { sequencer: text('sequencer') ?? sequencer(place, time) }),
  }
  return {
    Records: [
      {
        eventVersion,
        eventSource: 'aws:s3',
        awsRegion: region,
        eventTime: new Date(time).toISOString(),
        eventName,
        userIdentity: { principalId: `AWS:${principal(accountId)}` },
        requestParameters: { sourceIPAddress: text('sourceIp') ?? '127.0.0.1' },
        responseElements: { 'x-amz-request-id': ids.hex(16).toUpperCase(), 'x-amz-id-2': base64Id(ids.hex(112)) },
        s3: {
          s3SchemaVersion: '1.0',
          configurationId: text('configurationId') ?? ids.uuid(),
          bucket: {
            name: bucket,
            ownerIdentity: { principalId: principal(accountId) },
            arn: `arn:${partitionOf(region)}:s3:::${bucket}`,
          },
          object,
        },
        ...(eventName === 'ObjectRestore:Completed' && { glacierEventData: restored(time) }),
      },
    ],
  }
}

function requireEventName(where: string, given: unknown = 'ObjectCreated:Put'): S3EventName {
  if (typeof given === 'string' && Object.hasOwn(kinds, given)) return given as S3EventName
  const names = Object.keys(kinds)
  // The names of subscriptions have s3: in front, those of events have not.
  const close = typeof given === 'string' ? nearest(given.replace(/^s3:/, ''), names) : undefined
  const hint = close === undefined ? `There are: ${names.join(', ')}.` : `Did you mean '${close}'?`
  throw new UsageError(`${where}: S3 sends no event ${shown(given)}. ${hint}`)
}

/** As in a form: a space is a plus, slashes stay. Functions have to decode it. */
function encodedKey(key: string): string {
  const strict = (text: string) => text.replace(/[!'()~]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`)
  return strict(encodeURIComponent(key).replaceAll('%2F', '/')).replaceAll('%20', '+')
}

/** Greater for whatever is later; the same number of digits always. */
function sequencer({ ids }: EventPlace, time: number): string {
  return `00${Math.floor(time).toString(16).padStart(12, '0')}${ids.hex(4)}`.toUpperCase()
}

/** The principal that stands for an account. */
function principal(accountId: string): string {
  return `A${createHash('md5').update(accountId).digest('hex').slice(0, 13).toUpperCase()}`
}

function base64Id(hex: string): string {
  return Buffer.from(hex, 'hex').toString('base64')
}

/** A restored object stays for a day. */
function restored(time: number) {
  const lifecycleRestorationExpiryTime = wholeSeconds(time + 86_400_000)
  return { restoreEventData: { lifecycleRestorationExpiryTime, lifecycleRestoreStorageClass: 'GLACIER' } }
}
