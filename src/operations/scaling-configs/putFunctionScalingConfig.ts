import { invalidParameter } from '../../errors/invalidParameter'
import type { FunctionScalingConfig } from '../../model/api'
import type { VersionRecord } from '../../state/functionRecord'
import type { ScalingRecord } from '../../state/scalingRecord'
import { operation, type OperationContext } from '../operation'
import { requireScalingTarget } from './scalingConfig'

/**
 * PutFunctionScalingConfig: the least and the most execution environments of a version on managed instances, applied after a while.
 * A maximum of 0 deactivates the version, a higher one activates it again. No configuration takes back the one that was put.
 * Refuses in this order: an unknown function, an unknown version, one that is not on managed instances, a minimum over the maximum.
 * https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionScalingConfig.html
 */
export const putFunctionScalingConfig = operation('PutFunctionScalingConfig', (input, context) => {
  const [fn, version] = requireScalingTarget(context.region, input.FunctionName, input.Qualifier)
  const requested = input.FunctionScalingConfig
  requireOrder(requested ?? {})
  const config: ScalingRecord = { requested, applied: fn.scalingConfigs.get(input.Qualifier)?.applied }
  fn.scalingConfigs.set(input.Qualifier, config)
  startScaling(config, version, context)
  return { FunctionState: version.state.state }
})

/** The text is not recorded. */
function requireOrder({
  MinExecutionEnvironments: least = 0,
  MaxExecutionEnvironments: most = Infinity,
}: FunctionScalingConfig): void {
  if (least > most) throw invalidParameter('MinExecutionEnvironments must be less than or equal to MaxExecutionEnvironments.')
}

/** How long staged scaling takes on the clock, in milliseconds; AWS promises no figure. */
const scalingTime = 60_000

function startScaling(config: ScalingRecord, version: VersionRecord, { region, clock }: OperationContext): void {
  const off = config.requested?.MaxExecutionEnvironments === 0
  const wasOff = version.state.state === 'Deactivating' || version.state.state === 'Deactivated'
  if (off) version.state = { state: 'Deactivating' }
  else if (wasOff) version.state = { state: 'Pending' }
  const at = clock.now() + scalingTime
  region.transitions.push({ at, change: { kind: 'scaling applied', config } })
  if (!off && !wasOff) return
  const to = { state: off ? 'Deactivated' : 'Active' } as const
  region.transitions.push({ at, change: { kind: 'version scaled', version, from: version.state, to } })
}
