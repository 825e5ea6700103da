import { requireAttachableProvider } from '../capacity-providers/capacityProvider'
import { requireRoom } from '../code/code'
import { requireLayers } from '../layers/attachedLayers'
import { operation } from '../operation'
import { changedConfiguration } from './configuration'
import { requireValidConfiguration } from './configurationRules'
import { describeFunction } from './describeFunction'
import { requireRevision } from './function'
import { requireUnpublished } from './requireUnpublished'
import { requireNoUpdate, startUpdate } from './transitions'

/**
 * UpdateFunctionConfiguration: changes $LATEST; members left out stay as they are.
 * Refuses in this order: an unknown function, a published version, a bad configuration, an unknown capacity provider, bad layers, an
 * older revision, an update under way.
 * https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html
 */
export const updateFunctionConfiguration = operation('UpdateFunctionConfiguration', (input, context) => {
  const { region, ids, clock } = context
  const fn = requireUnpublished(region, input.FunctionName)
  const { runtime: Runtime, snapStart: ApplyOn, capacityProviderConfig: CapacityProviderConfig } = fn.latest.configuration
  requireValidConfiguration({ Runtime, SnapStart: { ApplyOn }, CapacityProviderConfig, ...input })
  requireAttachableProvider(region, input.CapacityProviderConfig)
  const layers = input.Layers && requireLayers(region, input.Layers)
  if (layers !== undefined) requireRoom(fn.latest.code, layers)
  requireRevision(input.RevisionId, fn.latest.revisionId)
  requireNoUpdate(fn)

  fn.latest.configuration = changedConfiguration(fn.latest.configuration, input, layers)
  fn.latest.revisionId = ids.uuid()
  fn.latest.lastModified = clock.now()
  startUpdate(fn.latest, context)
  return describeFunction(region, fn, fn.latest)
})
