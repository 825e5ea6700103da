import { invalidParameter } from '../../errors/invalidParameter'
import { ServiceError } from '../../errors/serviceError'
import type { CreateCapacityProviderRequest } from '../../model/api'
import type { CapacityProviderRecord } from '../../state/capacityProviderRecord'
import type { RegionState } from '../../state/regionState'
import { operation } from '../operation'
import { requireTagLimit } from '../tags/tags'
import { capacityProviderArn, capacityProviderName, describeCapacityProvider } from './capacityProvider'

/** How long staged creation takes on the clock, in milliseconds; AWS promises no figure. */
const creationTime = 60_000

/** https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const mostProviders = 1_000

/**
 * CreateCapacityProvider: instances of the account's own to run functions on, Pending until the next request.
 * Refuses in this order: an ARN of another region or account, instance types both allowed and excluded, more than 50 tags, a name
 * taken, more than 1,000 providers.
 * https://docs.aws.amazon.com/lambda/latest/api/API_CreateCapacityProvider.html
 */
export const createCapacityProvider = operation('CreateCapacityProvider', (input, { region, clock }) => {
  const name = capacityProviderName(input.CapacityProviderName)
  const arn = capacityProviderArn(region, name)
  requireOwnArn(input.CapacityProviderName, name, arn)
  requireOneSelection(input)
  const tags = new Map(Object.entries(input.Tags ?? {}))
  requireTagLimit(tags)
  requireRoom(region, name, arn)
  const provider: CapacityProviderRecord = {
    name,
    arn,
    state: 'Pending',
    vpcConfig: input.VpcConfig,
    permissionsConfig: input.PermissionsConfig,
    instanceRequirements: {
      ...input.InstanceRequirements,
      Architectures: input.InstanceRequirements?.Architectures ?? ['x86_64'],
    },
    // The defaults are the documented ones; an answer that shows them is not recorded.
    scalingConfig: { MaxVCpuCount: 400, ScalingMode: 'Auto', ...input.CapacityProviderScalingConfig },
    kmsKeyArn: input.KmsKeyArn,
    propagateTags: input.PropagateTags,
    telemetryConfig: input.TelemetryConfig,
    lastModified: clock.now(),
    tags,
  }
  region.capacityProviders.set(name, provider)
  region.transitions.push({ at: clock.now() + creationTime, change: { kind: 'provider created', provider } })
  return { CapacityProvider: describeCapacityProvider(provider) }
})

/** The model lets an ARN stand for the name; what is made is the caller's own. The text is not recorded. */
function requireOwnArn(given: string, name: string, arn: string): void {
  if (given === name || given === arn) return
  throw invalidParameter(`The capacity provider ${given} is not in this region and account.`)
}

/** The text is not recorded. */
function requireOneSelection({ InstanceRequirements: instances }: CreateCapacityProviderRequest): void {
  if (!instances?.AllowedInstanceTypes?.length || !instances.ExcludedInstanceTypes?.length) return
  throw invalidParameter('AllowedInstanceTypes and ExcludedInstanceTypes cannot be specified together.')
}

/** The texts are not recorded: the first follows CreateFunction's, the second the error's documentation. */
function requireRoom({ capacityProviders }: RegionState, name: string, arn: string): void {
  if (capacityProviders.has(name)) throw new ServiceError('ResourceConflictException', `Capacity provider already exists: ${arn}`)
  if (capacityProviders.size < mostProviders) return
  throw new ServiceError(
    'CapacityProviderLimitExceededException',
    'The maximum number of capacity providers for your account has been exceeded.',
  )
}
