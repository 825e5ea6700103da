import type { Scheduled } from '../clock/clock'
import type { DurableConfig, ErrorObject, Event, Execution, Operation } from '../model/api'
import type { FunctionRecord, VersionRecord } from './functionRecord'

/** A callback that somebody outside is to close. Times are epoch milliseconds, undefined where there is no such limit. */
export interface CallbackRecord {
  /** What the outside world is given. */
  readonly id: string
  readonly timeoutAt: number | undefined
  /** Milliseconds that may pass from one heartbeat to the next. */
  readonly heartbeat: number | undefined
  heartbeatAt: number | undefined
}

/** One operation of a durable execution: what it is, and how far it has come. Times are epoch milliseconds. */
export interface DurableOperationRecord {
  readonly id: string
  readonly parentId: string | undefined
  readonly name: string | undefined
  readonly type: Operation['Type']
  readonly subType: string | undefined
  readonly startedAt: number
  endedAt?: number | undefined
  status: Operation['Status']
  /** Of the EXECUTION: the event as JSON. */
  readonly input?: string | undefined
  result?: string | undefined
  error?: ErrorObject | undefined
  /** Of a STEP: the attempts that have ended. */
  attempts?: number | undefined
  /** Of a STEP that waits for its next attempt. */
  nextAttemptAt?: number | undefined
  /** Of a WAIT: when it is over, and its length in seconds. */
  readonly wait?: { readonly until: number; readonly seconds: number } | undefined
  /** Of a CONTEXT: its operations stay in the state after it has ended. */
  replaysChildren?: boolean | undefined
  callback?: CallbackRecord | undefined
  /** Of a CHAINED_INVOKE of a durable function. */
  child?: DurableExecutionRecord | undefined
}

/** One line of the history. */
export interface DurableEventRecord {
  readonly id: number
  readonly type: NonNullable<Event['EventType']>
  /** Epoch milliseconds. */
  readonly at: number
  /** None for a line about a run of the handler. */
  readonly operation: Pick<DurableOperationRecord, 'id' | 'parentId' | 'name' | 'subType'> | undefined
  /** As AWS shapes the member `<type>Details`. */
  readonly details: Readonly<Record<string, unknown>>
}

/** A checkpoint that has been answered: the same one again gets the same answer for a while. */
export interface AnsweredCheckpoint {
  readonly clientToken: string
  readonly checkpointToken: string
  readonly at: number
  readonly nextToken: string | undefined
  readonly operations: readonly Operation[]
}

/** What drives an execution in this process. */
export interface DurableProgress {
  /** Set while the handler runs, or something that the handler started. */
  driver?: Promise<void> | undefined
  /** When time brings the execution on by itself. */
  alarm?: Scheduled | undefined
  /** When the execution, or one of its callbacks, has waited too long. */
  limit?: Scheduled | undefined
  /** Who wants to know when something has changed. */
  readonly watchers: Set<() => void>
  /** Runs of other functions that the handler started and that have not ended. */
  readonly jobs: Set<Promise<void>>
  /** False until the handler has been called for the first time. */
  started: boolean
  /** Failed runs of the handler in a row. */
  failures: number
  /** How often in a row there was no place for a run. */
  refusals: number
  /** When the handler is called again after a run that failed or had no place, in epoch milliseconds. */
  retryAt?: number | undefined
  /** What kept the handler from running at all. */
  error?: Error | undefined
  /** Request id of the first run. */
  readonly requestId: string
  /** Log of the run that ended last. */
  log: () => string
}

/** One execution of a durable function, from its start to the end of its retention. */
export interface DurableExecutionRecord {
  readonly arn: string
  readonly name: string
  /** The last part of the ARN, and the id of the EXECUTION operation. */
  readonly id: string
  readonly fn: FunctionRecord
  /** Every run is one of this version. */
  readonly version: VersionRecord
  /** The version or alias that the caller named. */
  readonly qualifier: string | undefined
  readonly type: 'RequestResponse' | 'Event'
  readonly tenantId: string | undefined
  readonly clientContext: unknown
  /** X-Amzn-Trace-Id of all runs. */
  readonly traceHeader: string
  readonly config: DurableConfig
  /** The event as JSON. */
  readonly input: string
  /** Times in epoch milliseconds. */
  readonly startedAt: number
  readonly deadline: number
  endedAt?: number | undefined
  status: Execution['Status']
  result?: string | undefined
  error?: ErrorObject | undefined
  /** By id, in the order of their start; the EXECUTION is the first. */
  readonly operations: Map<string, DurableOperationRecord>
  readonly history: DurableEventRecord[]
  /** The one checkpoint token that is good now; none while the handler does not run. */
  token: string | undefined
  /** Operations that have changed since the handler was last told. */
  readonly unseen: Set<string>
  answered: readonly AnsweredCheckpoint[]
  readonly progress: DurableProgress
  /** The execution whose CHAINED_INVOKE this one is, and what it does at the end. */
  parent?: { readonly execution: DurableExecutionRecord; readonly onEnd: () => void } | undefined
}
