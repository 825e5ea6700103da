import type { DoorOptions } from '../../door'
import { UsageError } from '../../errors/usageError'
import { bindClient } from './clientHook'
import { takeOverClient } from './clientTakeover'
import type { ClientClaim } from './lambdaClientClass'
import { createSwitchboard, type Switchboard } from './switchboard'

/** A new client of the first class that was claimed: it speaks to the double that made it, and to no other, while that is open. */
export function newBoundClient(
  claims: readonly ClientClaim[],
  config: { readonly region?: unknown } = {},
  { exchange, region, accountId, retryDelays, passage }: Pick<DoorOptions, 'region'> & Omit<Switchboard, 'retries'>,
  isOpen: () => boolean,
): object {
  if (claims[0] === undefined)
    throw new UsageError('A double with clients: [] has no SDK client. Reach it through serve(lambda).')
  const client = new claims[0].Client({ ...config, region: config.region ?? region })
  const own = createSwitchboard({
    exchange: (request) => (isOpen() ? exchange(request) : Promise.reject(restored())),
    accountId,
    retryDelays,
    passage: passage && { ...passage, isFor: (request) => isOpen() && passage.isFor(request) },
  })
  bindClient(client)
  takeOverClient(client, own)
  return client
}

function restored(): UsageError {
  return new UsageError(
    'This client was made by lambda.client() of a double that has been restored. Make one of the double in use.',
  )
}
