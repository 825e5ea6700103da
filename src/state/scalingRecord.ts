import type { FunctionScalingConfig } from '../model/api'

/** How many execution environments a version on managed instances has; what was asked for is applied after a while. */
export interface ScalingRecord {
  readonly requested: FunctionScalingConfig
  applied?: FunctionScalingConfig | undefined
}
