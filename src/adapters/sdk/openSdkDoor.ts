import type { OpenDoor } from '../../door'
import { openFetchDoor } from '../fetch/openFetchDoor'
import { newBoundClient } from './boundClient'
import { hookSend } from './clientHook'
import { createClientOwner } from './clientOwner'
import { installGuard } from './guard'
import { claimClients } from './lambdaClientClass'
import { placeRegion } from './placeholderRegion'
import { createPassage } from './passage'
import { createSwitchboard } from './switchboard'

/**
 * The default way into the double: the AWS SDK's own clients, those that exist already and those to come, and fetch for function
 * URLs. Nothing of the SDK is imported; its class is looked up where the test's own import finds it.
 */
export const openSdkDoor: OpenDoor = (options) => {
  const { exchange, region, accountId, clients, retryDelays, guard, callerFile, passesOn } = options
  const claims = claimClients(clients, callerFile)
  const passage = passesOn && createPassage(passesOn)
  const board = createSwitchboard({ exchange, accountId, retryDelays, passage })
  const placeholder = placeRegion(region)
  const undo = [placeholder.remove, openFetchDoor(options)]
  if (guard !== 'off') undo.push(installGuard(guard, passage?.isOpen))
  for (const { prototype, wants } of claims) {
    const owner = { ...createClientOwner(wants, board, placeholder.ensure), lifeline: undo }
    undo.push(owner.releaseAll, hookSend(prototype, owner))
  }
  let open = true

  return {
    newClient: (config) => newBoundClient(claims, config, { ...options, passage }, () => open),
    close() {
      open = false
      for (const step of undo.splice(0).reverse()) step()
    },
  }
}
