import { invalidParameter } from '../../errors/invalidParameter'
import type { OperationUpdate } from '../../model/api'
import type { DurableExecutionRecord, DurableOperationRecord } from '../../state/durableExecutionRecord'
import { requireErrorSize } from './requireErrorSize'

type Operations = DurableExecutionRecord['operations']

/** Bytes of a payload. https://docs.aws.amazon.com/lambda/latest/api/API_OperationUpdate.html */
const mostBytes = 1_048_576

/**
 * Refuses a checkpoint as a whole if one of its updates cannot be. The words are those of AWS's testing kit for durable functions,
 * but for the sizes, which are documented.
 * Refuses in this order: an EXECUTION that is not alone or not last; a second update of an operation or a parent that is no context;
 * then for each update a payload too large, an action that its type does not have, a state that does not allow it.
 */
export function requireUpdates(
  updates: readonly OperationUpdate[],
  { operations, type }: Pick<DurableExecutionRecord, 'operations' | 'type'>,
): void {
  requireLastExecution(updates)
  requireFamily(updates, operations)
  for (const update of updates) {
    requireSizes(update, type)
    if (!actions[update.Type].includes(update.Action)) throw invalidParameter('Invalid action for the given operation type.')
    requireMembers(update)
    if (update.Type !== 'EXECUTION') requireState(update, operations.get(update.Id))
  }
}

const actions: Readonly<Record<OperationUpdate['Type'], readonly OperationUpdate['Action'][]>> = {
  EXECUTION: ['SUCCEED', 'FAIL'],
  CONTEXT: ['START', 'SUCCEED', 'FAIL'],
  STEP: ['START', 'SUCCEED', 'FAIL', 'RETRY'],
  WAIT: ['START', 'CANCEL'],
  CALLBACK: ['START', 'CANCEL'],
  CHAINED_INVOKE: ['START', 'CANCEL'],
}

function requireLastExecution(updates: readonly OperationUpdate[]): void {
  const executions = updates.filter((update) => update.Type === 'EXECUTION')
  if (executions.length > 1) throw invalidParameter('Cannot checkpoint multiple EXECUTION updates.')
  if (executions.length === 1 && updates.at(-1) !== executions[0]) {
    throw invalidParameter('EXECUTION checkpoint must be the last update.')
  }
}

/** A step or context may start and end in one checkpoint; a parent is a context that was there before. */
function requireFamily(updates: readonly OperationUpdate[], operations: Operations): void {
  const last = new Map<string, OperationUpdate>()
  const contexts = new Set([...operations.values()].filter(({ type }) => type === 'CONTEXT').map(({ id }) => id))
  for (const update of updates) {
    const before = last.get(update.Id)
    const endsWhatStarted =
      before?.Action === 'START' && update.Action !== 'START' && (before.Type === 'STEP' || before.Type === 'CONTEXT')
    if (before && !endsWhatStarted) throw invalidParameter('Cannot update the same operation twice in a single request.')
    if (update.ParentId !== undefined && !contexts.has(update.ParentId)) throw invalidParameter('Invalid parent operation id.')
    if (update.Type === 'CONTEXT' && update.Action === 'START') contexts.add(update.Id)
    last.set(update.Id, update)
  }
}

/** The result of the execution is as large as a response may be if a caller waits for it, which the model's own limit is. */
function requireSizes({ Type, Payload = '', Error }: OperationUpdate, invocation: DurableExecutionRecord['type']): void {
  requireErrorSize(Error)
  const isResponse = Type === 'EXECUTION' && invocation === 'RequestResponse'
  if (!isResponse && Buffer.byteLength(Payload) > mostBytes) {
    throw invalidParameter(`${Type} payload size must be less than ${mostBytes} bytes.`)
  }
}

function requireMembers({ Type, Action, Payload, Error, ...options }: OperationUpdate): void {
  if (Action === 'FAIL' && Payload !== undefined) throw invalidParameter('Cannot provide a Payload for FAIL action.')
  if (Action === 'SUCCEED' && Error !== undefined) throw invalidParameter('Cannot provide an Error for SUCCEED action.')
  if (Action === 'RETRY') {
    if (options.StepOptions === undefined) throw invalidParameter('Invalid StepOptions for the given action.')
    if (Payload !== undefined && Error !== undefined) {
      throw invalidParameter('Cannot provide both error and payload to RETRY a STEP.')
    }
  }
  if (Action !== 'START') return
  if (Type === 'WAIT' && options.WaitOptions?.WaitSeconds === undefined) {
    throw invalidParameter('Invalid WaitOptions for the given action.')
  }
  if (Type === 'CHAINED_INVOKE' && options.ChainedInvokeOptions === undefined) {
    throw invalidParameter('Invalid ChainedInvokeOptions for the given action.')
  }
}

function requireState({ Type, Action }: OperationUpdate, operation: DurableOperationRecord | undefined): void {
  if (operation && operation.type !== Type) throw invalidParameter('Invalid operation type.')
  const status = operation?.status
  if (Action === 'CANCEL') {
    if (status !== 'STARTED') throw invalidParameter(`Cannot cancel a ${Type} that does not exist or has already completed.`)
  } else if (operation === undefined) return
  else if (Type === 'STEP') {
    // A step that waited for its next attempt starts again, or goes on without saying so.
    if (Action === 'START' ? status !== 'READY' : status !== 'STARTED' && status !== 'READY') {
      throw invalidParameter(`Invalid current STEP state to ${stepVerbs[Action]}.`)
    }
  } else if (Action === 'START') throw invalidParameter(`Cannot start a ${Type} that already exists.`)
  else if (status !== 'STARTED') throw invalidParameter(`Invalid current ${Type} state to close.`)
}

const stepVerbs = { START: 'start', SUCCEED: 'close', FAIL: 'close', RETRY: 're-attempt' }
