/** A table's item or key as attribute values: `{ id: { N: '7' } }`. */
export type AttributeMap = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** What a producer writes, checked and in one form for each kind of source. */
export type LogRequest =
  | { readonly kind: 'kinesis'; readonly partitionKey: string; readonly data: Buffer }
  | {
      readonly kind: 'dynamodb'
      readonly keys: AttributeMap
      readonly newImage: AttributeMap | undefined
      readonly oldImage: AttributeMap | undefined
      /** The same as plain values, for those who look. */
      readonly plain: { readonly keys: object; readonly newImage?: object | undefined; readonly oldImage?: object | undefined }
      /** Deleted by the table's time to live. */
      readonly isExpiry: boolean
    }
  | {
      readonly kind: 'kafka'
      readonly topic: string
      readonly partition: number | undefined
      readonly key: Buffer | undefined
      readonly value: Buffer | undefined
      readonly headers: readonly (readonly [name: string, value: Buffer])[]
      readonly timestamp: number | undefined
    }
  | {
      readonly kind: 'activemq'
      readonly queue: string
      readonly data: Buffer
      readonly isText: boolean
      readonly members: Members
    }
  | { readonly kind: 'rabbitmq'; readonly queue: string; readonly data: Buffer; readonly members: Members }
  | {
      readonly kind: 'documentdb'
      readonly database: string
      readonly collection: string
      readonly operationType: string
      readonly document: Members
      readonly documentKey: Members
    }

/** Members of a message, in the spelling of its event. */
type Members = Readonly<Record<string, unknown>>
