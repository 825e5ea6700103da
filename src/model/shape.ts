import type { ErrorName, OperationName } from './api'

/** How one operation of the Lambda API travels over HTTP, as AWS publishes it. */
export interface OperationModel {
  readonly name: OperationName
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Path with labels, e.g. `/2015-03-31/functions/{FunctionName}/invocations`. */
  readonly path: string
  /** Query items that choose this operation among those of the same path, e.g. `List=ALL`. */
  readonly query?: Readonly<Record<string, string>>
  /** HTTP status of a successful answer. */
  readonly status: number
  /** Name of the input structure. */
  readonly input?: string
  /** Name of the output structure. */
  readonly output?: string
  readonly errors: readonly ErrorName[]
}

/** Where a member of an input or output stands in the HTTP message; in the JSON body if it says nothing. */
export type MemberLocation = 'path' | 'query' | 'header' | 'status'

export interface Member {
  readonly shape: string
  readonly in?: MemberLocation
  /** Name on the wire, where it differs from the member's own. */
  readonly as?: string
  /** The member is the raw payload of an event-stream frame. */
  readonly eventPayload?: true
}

export interface StructureShape {
  readonly type: 'structure'
  readonly members: Readonly<Record<string, Member>>
  readonly required?: readonly string[]
  /** The member that is the whole HTTP body. */
  readonly payload?: string
  /** The members are events of which a stream of frames is made. */
  readonly eventStream?: true
  /** HTTP status of the error; `fault` says that the service is to blame, not the caller. */
  readonly error?: { readonly status: number; readonly fault?: true }
  readonly sensitive?: true
}

export interface StringShape {
  readonly type: 'string'
  readonly min?: number
  readonly max?: number
  /** A regular expression of Java's flavour that the whole value has to match. */
  readonly pattern?: string
  readonly enum?: readonly string[]
  readonly sensitive?: true
}

export interface NumberShape {
  readonly type: 'integer' | 'long' | 'double'
  readonly min?: number
  readonly max?: number
}

export interface BlobShape {
  readonly type: 'blob'
  readonly min?: number
  readonly max?: number
  readonly streaming?: true
  readonly sensitive?: true
}

export interface ListShape {
  readonly type: 'list'
  readonly member: string
  readonly min?: number
  readonly max?: number
  readonly sensitive?: true
}

export interface MapShape {
  readonly type: 'map'
  readonly key: string
  readonly value: string
  readonly min?: number
  readonly max?: number
  readonly sensitive?: true
}

export interface PlainShape {
  readonly type: 'boolean' | 'timestamp'
}

/** One shape of AWS's model: a type with its constraints. */
export type Shape = StructureShape | StringShape | NumberShape | BlobShape | ListShape | MapShape | PlainShape
