import type { Input, Operation, OperationUpdate, Output } from '../../src/model/api'
import type { Handler } from '../../src/state/functionRecord'
import type { Api } from './api'

/** What a durable handler of the tests can do. Every call is one operation, known by its place in the order of calls. */
export interface Durable {
  /** How often the handler has been called for this execution. */
  readonly run: number
  readonly arn: string
  /** Runs `work` once and keeps its result; a failure is tried again after so many seconds each. */
  step<Result>(name: string, work: (attempt: number) => Result | Promise<Result>, retries?: readonly number[]): Promise<Result>
  wait(seconds: number): Promise<void>
  /** Opens a callback, hands its id to `submit` and waits for what comes back. */
  callback(submit: (id: string) => void, options?: OperationUpdate['CallbackOptions']): Promise<string | undefined>
  invoke(functionName: string, payload: unknown): Promise<unknown>
  /** Saves updates as they are. */
  checkpoint(Updates: readonly OperationUpdate[], ClientToken?: string): Promise<Output<'CheckpointDurableExecution'>>
  /** The token that is good now. */
  token(): string
  /** What the handler was called with, all pages of it. */
  readonly operations: ReadonlyMap<string, Operation>
  /** Ends the run: the execution goes on when there is news. */
  suspend(): never
}

type Body = (event: any, durable: Durable) => unknown

/** The event of a run: what Lambda hands to the handler of a durable function. */
export interface DurableEvent {
  readonly DurableExecutionArn: string
  readonly CheckpointToken: string
  readonly UpdatedOperationIds?: readonly string[]
  readonly InitialExecutionState: { readonly Operations: readonly Operation[]; readonly NextMarker: string }
}

const suspension = Symbol('suspended')

/**
 * A handler of a durable function, written against the API as the durable execution SDKs are: it fetches its state, replays what
 * is over, checkpoints what it does, and answers with a Status.
 */
function durableHandler(api: Api, body: Body): Handler {
  const runs = new Map<string, number>()
  return async (event: DurableEvent) => {
    const run = (runs.get(event.DurableExecutionArn) ?? 0) + 1
    runs.set(event.DurableExecutionArn, run)
    const durable = await newDurable(api, event, run)
    const [execution] = durable.operations.values()
    try {
      const result = await body(JSON.parse(execution!.ExecutionDetails!.InputPayload!), durable)
      return { Status: 'SUCCEEDED', Result: JSON.stringify(result) }
    } catch (error) {
      if (error === suspension) return { Status: 'PENDING' }
      if (error instanceof Crash) throw error
      const { name, message } = error as Error
      return { Status: 'FAILED', Error: { ErrorType: name, ErrorMessage: message } }
    }
  }
}

/** Thrown by a handler of the tests, it takes the whole run down, as a bug in the SDK or the runtime would. */
export class Crash extends Error {}

async function newDurable(api: Api, event: DurableEvent, run: number): Promise<Durable> {
  const { DurableExecutionArn } = event
  const operations = new Map(event.InitialExecutionState.Operations.map((operation) => [operation.Id, operation]))
  let CheckpointToken = event.CheckpointToken
  for (let Marker = event.InitialExecutionState.NextMarker; Marker !== '';) {
    const page = await api.call('GetDurableExecutionState', { DurableExecutionArn, CheckpointToken, Marker })
    for (const operation of page.Operations) operations.set(operation.Id, operation)
    Marker = page.NextMarker ?? ''
  }
  let place = 0
  const next = () => `op-${++place}`
  const suspend = (): never => {
    throw suspension
  }

  async function checkpoint(Updates: readonly OperationUpdate[], ClientToken?: string) {
    const input: Input<'CheckpointDurableExecution'> = { DurableExecutionArn, CheckpointToken, Updates, ClientToken }
    const answer = await api.call('CheckpointDurableExecution', input)
    CheckpointToken = answer.CheckpointToken ?? CheckpointToken
    for (const operation of answer.NewExecutionState.Operations ?? []) operations.set(operation.Id, operation)
    return answer
  }

  async function started(update: OperationUpdate): Promise<Operation> {
    if (!operations.has(update.Id)) await checkpoint([update])
    return operations.get(update.Id)!
  }

  const durable: Durable = {
    run,
    arn: DurableExecutionArn,
    async step(Name, work, retries = []) {
      const update = { Id: next(), Name, Type: 'STEP' } as const
      const before = operations.get(update.Id)
      if (before?.Status === 'SUCCEEDED') return JSON.parse(before.StepDetails!.Result!)
      if (before?.Status === 'FAILED') throw new Error(before.StepDetails!.Error!.ErrorMessage)
      if (before?.Status === 'PENDING') return suspend()
      if (before?.Status !== 'STARTED') await checkpoint([{ ...update, Action: 'START' }])
      const attempt = (operations.get(update.Id)!.StepDetails?.Attempt ?? 0) + 1
      try {
        const result = await work(attempt)
        await checkpoint([{ ...update, Action: 'SUCCEED', Payload: JSON.stringify(result) }])
        return result
      } catch (error) {
        if (error instanceof Crash) throw error
        const Error = { ErrorType: 'Error', ErrorMessage: (error as Error).message }
        const NextAttemptDelaySeconds = retries[attempt - 1]
        if (NextAttemptDelaySeconds === undefined) {
          await checkpoint([{ ...update, Action: 'FAIL', Error }])
          throw error
        }
        await checkpoint([{ ...update, Action: 'RETRY', Error, StepOptions: { NextAttemptDelaySeconds } }])
        return suspend()
      }
    },
    async wait(WaitSeconds) {
      const { Status } = await started({ Id: next(), Type: 'WAIT', Action: 'START', WaitOptions: { WaitSeconds } })
      if (Status !== 'SUCCEEDED') suspend()
    },
    async callback(submit, CallbackOptions) {
      const Id = next()
      const isNew = !operations.has(Id)
      const { Status, CallbackDetails } = await started({ Id, Type: 'CALLBACK', Action: 'START', CallbackOptions })
      if (isNew) submit(CallbackDetails!.CallbackId!)
      if (Status === 'STARTED') suspend()
      if (Status !== 'SUCCEEDED') throw new Error(`${Status}: ${CallbackDetails!.Error!.ErrorMessage}`)
      return CallbackDetails!.Result
    },
    async invoke(FunctionName, payload) {
      const update = { Id: next(), Type: 'CHAINED_INVOKE', Action: 'START', Payload: JSON.stringify(payload) } as const
      const { Status, ChainedInvokeDetails: details } = await started({ ...update, ChainedInvokeOptions: { FunctionName } })
      if (Status === 'STARTED') suspend()
      if (Status !== 'SUCCEEDED') throw new Error(`${Status}: ${details!.Error?.ErrorType} ${details!.Error?.ErrorMessage}`)
      return details!.Result === undefined ? undefined : JSON.parse(details!.Result)
    },
    checkpoint,
    token: () => CheckpointToken,
    operations,
    suspend,
  }
  return durable
}

/** Creates a durable function that runs `body`; it is called by its name with `:$LATEST`. */
export async function createDurable(
  api: Api,
  name: string,
  body: Body,
  more: Partial<Input<'CreateFunction'>> = {},
): Promise<void> {
  await api.createFunction(name, { DurableConfig: { ExecutionTimeout: 86_400, RetentionPeriodInDays: 7 }, ...more })
  api.region.functions.get(name)!.latest.body = { once: [], handler: durableHandler(api, body) }
}

/** Starts an execution that nobody waits for, and lets it come as far as it comes at once. */
export async function start(api: Api, name: string, event: unknown = {}, DurableExecutionName?: string): Promise<string> {
  const { DurableExecutionArn } = await api.call('Invoke', {
    FunctionName: `${name}:$LATEST`,
    InvocationType: 'Event',
    Payload: Buffer.from(JSON.stringify(event)),
    DurableExecutionName,
  })
  await api.house.clock.advance(0)
  return DurableExecutionArn!
}

/** The types of the events so far. */
export async function eventTypes(api: Api, DurableExecutionArn: string): Promise<(string | undefined)[]> {
  const { Events } = await api.call('GetDurableExecutionHistory', { DurableExecutionArn, MaxItems: 1000 })
  return Events.map((event) => event.EventType)
}
