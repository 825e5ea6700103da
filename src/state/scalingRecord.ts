import type { FunctionScalingConfig } from '../model/api'

/** How many execution environments a version on managed instances has; what was asked for is applied after a while. */
export interface ScalingRecord {
  /** Undefined if what was asked for has been taken back. */
  readonly requested?: FunctionScalingConfig | undefined
  applied?: FunctionScalingConfig | undefined
}
