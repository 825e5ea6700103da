import type { Ids } from '../../clock/ids'
import { invalidParameter } from '../../errors/invalidParameter'
import type { DurableExecutionRecord } from '../../state/durableExecutionRecord'

/** A token that is good for one checkpoint. */
export function newCheckpointToken(ids: Ids): string {
  return Buffer.from(ids.hex(64), 'hex').toString('base64')
}

/**
 * Refuses a token that has been used, or that belongs to a run of the handler that is over. The SDKs for durable functions
 * recognise this refusal by its first words.
 * https://docs.aws.amazon.com/lambda/latest/api/API_CheckpointDurableExecution.html
 */
export function requireCheckpointToken(
  execution: DurableExecutionRecord | undefined,
  token: string,
): asserts execution is DurableExecutionRecord {
  if (execution?.status !== 'RUNNING' || execution.token !== token) throw invalidParameter('Invalid Checkpoint Token')
}
