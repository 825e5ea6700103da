import type { Clock } from '../clock/clock'
import type { Ids } from '../clock/ids'
import type { FunctionRecord, VersionRecord } from '../state/functionRecord'
import type { RegionState } from '../state/regionState'
import type { Settings } from '../state/settings'
import type { Concurrency } from './concurrency/concurrency'
import type { DeliveryEntry } from './destinations/delivery'
import type { Ending } from './ending'
import type { Environments } from './environments'
import type { LogFormat, LoggedRun, Report } from './logFormat'
import type { EventSources } from './event-sources/eventSources'
import type { ChunkSink } from './streaming/chunkSink'
import type { UploadedCode } from './uploaded-code/uploadedCode'

/** One run of one version of a function, as Lambda hands it to an execution environment. */
export interface InvocationRequest {
  readonly region: RegionState
  readonly fn: FunctionRecord
  readonly version: VersionRecord
  /** The version or alias that the caller named; undefined for the unqualified function. */
  readonly qualifier?: string | undefined
  /** The event as JSON, as it came over the wire; empty for no payload. */
  readonly payload: Uint8Array
  /** The same in every attempt of an asynchronous invocation. */
  readonly requestId: string
  readonly type: 'RequestResponse' | 'Event'
  /** 1 for the first run of an event. */
  readonly attempt: number
  /** Decoded from X-Amz-Client-Context. */
  readonly clientContext?: unknown
  readonly traceHeader?: string | undefined
  readonly tenantId?: string | undefined
  /** Gets a streamed response as it is written. Without one it is held back until it is whole. */
  readonly sink?: ChunkSink | undefined
}

/** What Lambda makes of a run. A failed function is an answer too, not an exception. */
export interface InvocationOutcome {
  /** JSON: the result, or the error object. */
  readonly payload: Uint8Array
  readonly functionError?: 'Unhandled' | undefined
  readonly executedVersion: string
  /** START, END, REPORT and what the handler logged in between. */
  readonly log: () => string
}

/**
 * A run as it is taken down. One flat object, with no more than it takes to tell of the run: thousands are kept, and most are never
 * looked at. How it went is filled in when it ends.
 */
export interface RunRecord extends LoggedRun {
  readonly functionName: string
  readonly functionArn: string
  readonly qualifier: string | undefined
  readonly type: InvocationRequest['type']
  readonly attempt: number
  readonly clientContext: unknown
  readonly traceHeader: string | undefined
  readonly logStream: string
  readonly format: LogFormat
  /** The event's JSON: the handler may have changed its own copy. */
  readonly text: string
  /** What the function wrote while its environment started. */
  readonly init: readonly string[] | undefined
  /** What it wrote in this run. */
  readonly lines: string[]
  /** Begin and end in epoch milliseconds. */
  readonly at: number
  now: number
  /** This and the report: undefined until it has ended. */
  ending: Ending | undefined
  report: Report | undefined
  /** What came of its result afterwards, in the place of what the run itself gives to know. */
  hint: string | undefined
  /** Its entry in `lambda.invocations()`, once somebody has asked for it. */
  made: Invocation | undefined
}

/** What was run: one entry of `lambda.invocations()`. */
export interface Invocation {
  readonly functionName: string
  readonly qualifier: string | undefined
  readonly version: string
  /** The decoded event, as the handler first saw it. */
  readonly event: unknown
  readonly context: unknown
  /** The decoded result, or undefined if the function failed. */
  readonly result: unknown
  /** Lambda's error object `{ errorType, errorMessage, trace }`, if the function failed. */
  readonly error: { readonly errorType?: string; readonly errorMessage?: string; readonly trace?: readonly string[] } | undefined
  readonly logs: readonly string[]
  /** What the double knows and Lambda's payload does not say: why a result is no JSON, how to raise a Timeout. */
  readonly hint: string | undefined
  readonly type: 'RequestResponse' | 'Event'
  readonly attempt: number
  readonly requestId: string
  /** Epoch milliseconds on the double's clock. */
  readonly at: number
  /** Milliseconds, virtual ones included. */
  readonly duration: number
}

/** What a run needs of its surroundings. */
export interface RuntimeHouse {
  readonly clock: Clock
  readonly ids: Ids
  readonly settings: Settings
  readonly environments: Environments
  readonly uploadedCode: UploadedCode
  /** What is running now. */
  readonly concurrency: Concurrency
  /** What mappings read, at work. */
  readonly eventSources: EventSources
  /** Told of every run once it has ended. */
  readonly observe: (run: RunRecord) => void
  /** Given everything that is sent to a destination or a dead-letter target. Ends when it has arrived, or got lost. */
  readonly deliver: (delivery: DeliveryEntry) => void | Promise<void>
}
