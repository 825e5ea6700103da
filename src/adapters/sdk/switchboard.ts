import type { Exchange } from '../../wire/messages'
import { createRetryLedger, type RetryLedger } from './retryLedger'

/** What all clients of one double share. */
export interface Switchboard {
  readonly exchange: Exchange
  readonly accountId: string
  readonly retryDelays: 'skip' | 'real'
  readonly retries: RetryLedger
}

export function createSwitchboard(exchange: Exchange, accountId: string, retryDelays: 'skip' | 'real'): Switchboard {
  return { exchange, accountId, retryDelays, retries: createRetryLedger() }
}
