import type { DurableExecutionRecord } from '../../state/durableExecutionRecord'

/** Fulfilled at the next change of an execution, or of one that it started. */
export function nextChange({ progress }: DurableExecutionRecord): Promise<void> {
  return new Promise((resolve) => progress.watchers.add(resolve))
}

/** Tells those who watch an execution, or the one that started it, that something has changed. */
export function tellChange({ progress, parent }: DurableExecutionRecord): void {
  const watchers = [...progress.watchers]
  progress.watchers.clear()
  for (const tell of watchers) tell()
  if (parent) tellChange(parent.execution)
}
