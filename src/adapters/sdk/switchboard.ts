import type { Exchange } from '../../wire/messages'
import type { Passage } from './passage'
import { createRetryLedger, type RetryLedger } from './retryLedger'

/** What all clients of one double share. */
export interface Switchboard {
  readonly exchange: Exchange
  readonly accountId: string
  readonly retryDelays: 'skip' | 'real'
  readonly retries: RetryLedger
  /** The way past the double, if there is one. */
  readonly passage?: Passage | undefined
}

export function createSwitchboard(settings: Omit<Switchboard, 'retries'>): Switchboard {
  return { ...settings, retries: createRetryLedger() }
}
