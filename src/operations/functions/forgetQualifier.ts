import type { FunctionRecord } from '../../state/functionRecord'
import { qualified } from './function'

/** Takes away what hangs on a version or alias that is being deleted: its URL, its policy, its settings and its provisioned concurrency. */
export function forgetQualifier(fn: FunctionRecord, qualifier: string): void {
  fn.urls.delete(qualifier)
  fn.eventInvokeConfigs.delete(qualifier)
  fn.provisionedConcurrency.delete(qualifier)
  fn.scalingConfigs.delete(qualifier)
  fn.policies.delete(qualified(fn.arn, qualifier))
}
