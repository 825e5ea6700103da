import type { FunctionRecord } from '../../state/functionRecord'

/** Takes away what hangs on a version or alias that is being deleted: its URL, its settings and its reserved environments. */
export function forgetQualifier(fn: FunctionRecord, qualifier: string): void {
  fn.urls.delete(qualifier)
  fn.eventInvokeConfigs.delete(qualifier)
  fn.provisionedConcurrency.delete(qualifier)
  fn.scalingConfigs.delete(qualifier)
}
