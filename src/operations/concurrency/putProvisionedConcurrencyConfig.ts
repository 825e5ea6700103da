import { invalidParameter } from '../../errors/invalidParameter'
import type { ProvisionedConcurrencyRecord } from '../../state/provisionedConcurrencyRecord'
import { referTo } from '../functions/function'
import { operation, type OperationContext } from '../operation'
import { describeProvisioned, requireProvisionedTarget } from './provisionedConcurrency'
import { requireProvisionable } from './provisionedConcurrencyRules'

/**
 * PutProvisionedConcurrencyConfig: keeps execution environments of a published version or an alias ready; IN_PROGRESS at first.
 * Refuses in this order: $LATEST, an unknown version or alias, more than the function reserves, more than the account can give,
 * a version that has its own already by an alias, or the other way round.
 * https://docs.aws.amazon.com/lambda/latest/api/API_PutProvisionedConcurrencyConfig.html
 */
export const putProvisionedConcurrencyConfig = operation('PutProvisionedConcurrencyConfig', (input, context) => {
  const { region, clock, settings } = context
  const reference = referTo(region, input.FunctionName, input.Qualifier)
  if (reference.qualifier === '$LATEST') throw unpublished()
  const target = requireProvisionedTarget(region, reference)
  const { fn, qualifier } = target
  if (fn.aliases.get(qualifier)?.version === '$LATEST') throw unpublished()
  const requested = input.ProvisionedConcurrentExecutions
  requireProvisionable(target, requested, region, settings.accountConcurrency)

  const config: ProvisionedConcurrencyRecord = {
    qualifier,
    requested,
    // Environments that are up already stay up.
    allocated: Math.min(fn.provisionedConcurrency.get(qualifier)?.allocated ?? 0, requested),
    status: 'IN_PROGRESS',
    lastModified: clock.now(),
  }
  fn.provisionedConcurrency.set(qualifier, config)
  startAllocation(config, context)
  return describeProvisioned(config)
})

/** How long a staged allocation takes on the clock, in milliseconds; AWS promises no figure, it is a minute or two. */
const allocationTime = 60_000

function startAllocation(config: ProvisionedConcurrencyRecord, { region, clock }: OperationContext): void {
  region.transitions.push({ at: clock.now() + allocationTime, change: { kind: 'concurrency allocated', config } })
}

function unpublished() {
  return invalidParameter('Provisioned Concurrency Configs cannot be applied to unpublished function versions.')
}
