import type { Cors } from '../model/api'

/** An address at which a function answers HTTP requests. */
export interface FunctionUrlRecord {
  /** The alias it leads to; undefined for $LATEST. */
  readonly qualifier: string | undefined
  /** The first part of the host name, 32 letters and digits. */
  readonly id: string
  authType: 'NONE' | 'AWS_IAM'
  cors?: Cors | undefined
  invokeMode: 'BUFFERED' | 'RESPONSE_STREAM'
  /** Epoch milliseconds. */
  readonly created: number
  lastModified: number
}
