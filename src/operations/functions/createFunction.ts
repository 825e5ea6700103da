import { ServiceError } from '../../errors/serviceError'
import type { FunctionRecord } from '../../state/functionRecord'
import { requireAttachableProvider } from '../capacity-providers/capacityProvider'
import { newCode, requireRoom } from '../code/code'
import { requireTrustedCode } from '../code-signing/codeSigningConfig'
import { requireLayers } from '../layers/attachedLayers'
import { operation } from '../operation'
import { requireTagLimit } from '../tags/tags'
import { newVersion } from '../versions/version'
import { newConfiguration } from './configuration'
import { requireValidConfiguration } from './configurationRules'
import { requireNewName, requirePackageMembers, requireSigningConfig } from './creationRules'
import { describeFunction } from './describeFunction'
import { referTo } from './function'
import { startCreation } from './transitions'

/**
 * CreateFunction: code and configuration under a new name, Pending until the next request.
 * Refuses in this order: a bad name, members that do not go with the package type, a bad configuration, an unknown capacity
 * provider, bad layers, an unknown code signing configuration, more than 50 tags, a name taken, bad code, too little room for it,
 * code without the signature that is asked for.
 * https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html
 */
export const createFunction = operation('CreateFunction', (input, context) => {
  const { region, ids, clock } = context
  const { name, arn, qualifier } = referTo(region, input.FunctionName)
  requireNewName(name, qualifier)
  requirePackageMembers(input)
  requireValidConfiguration(input)
  requireAttachableProvider(region, input.CapacityProviderConfig)
  const layers = requireLayers(region, input.Layers ?? [])
  requireSigningConfig(region, input)
  const tags = new Map(Object.entries(input.Tags ?? {}))
  requireTagLimit(tags)
  if (region.functions.has(name)) throw new ServiceError('ResourceConflictException', `Function already exist: ${name}`)

  const code = newCode(region, input.Code)
  requireRoom(code, layers)
  requireTrustedCode(region, { name, codeSigningConfigArn: input.CodeSigningConfigArn }, code)

  const fn: FunctionRecord = {
    name,
    arn,
    latest: {
      version: '$LATEST',
      configuration: newConfiguration({ ...input, FunctionName: name }, layers),
      code,
      revisionId: ids.uuid(),
      lastModified: clock.now(),
      state: { state: 'Pending' },
      body: { once: [] },
    },
    versions: new Map(),
    aliases: new Map(),
    tags,
    urls: new Map(),
    eventInvokeConfigs: new Map(),
    provisionedConcurrency: new Map(),
    scalingConfigs: new Map(),
    policies: new Map(),
    nextVersion: 1,
    codeSigningConfigArn: input.CodeSigningConfigArn,
  }
  region.functions.set(name, fn)
  startCreation(fn.latest, context)
  if (!input.Publish) return describeFunction(region, fn, fn.latest)
  const version = newVersion(fn, context)
  startCreation(version, context)
  return describeFunction(region, fn, version)
})
