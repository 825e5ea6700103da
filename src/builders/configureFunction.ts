import { isMembers } from '../usage/isMembers'
import { shown } from '../usage/readMembers'
import { requireMembers } from '../usage/requireMembers'
import { requireTypes } from '../usage/requireTypes'
import { UsageError } from '../errors/usageError'
import type { CreateFunctionRequest, UpdateFunctionConfigurationRequest } from '../model/api'
import { changedConfiguration } from '../operations/functions/configuration'
import type { FunctionRecord } from '../state/functionRecord'
import { placeholderCode } from './placeholderCode'
import type { Seed } from './seed'

/** Any field of CreateFunction or UpdateFunctionConfiguration but the name. */
export type FunctionSettings = Partial<
  Omit<CreateFunctionRequest & UpdateFunctionConfigurationRequest, 'FunctionName' | 'RevisionId'>
>

/** Members that only CreateFunction takes: they make the function anew. */
const atCreation = [
  'Code',
  'PackageType',
  'Tags',
  'Architectures',
  'TenancyConfig',
  'CodeSigningConfigArn',
  'Publish',
  'PublishTo',
] as const

/** Applies settings through the operations that a caller would use, so nothing is set that AWS would refuse. */
export function configureFunction(seed: Seed, fn: FunctionRecord, settings: FunctionSettings, builder: string): void {
  const where = `${builder}.configure`
  if (!isMembers(settings))
    throw new UsageError(`${where}(...) needs members of CreateFunction, e.g. { Timeout: 10 }, not ${shown(settings)}.`)
  requireMembers('CreateFunctionRequest', settings, `${where}(...): CreateFunction`)
  requireTypes('CreateFunctionRequest', settings, `${where}(...)`)
  if ('FunctionName' in settings) throw new UsageError(`${where}(...) cannot rename a function: leave FunctionName out.`)
  if (settings.Runtime !== undefined) fn.runtimeByDefault = false
  if (atCreation.some((member) => settings[member] !== undefined)) return recreate(seed, fn, settings, where)
  seed.run(where, 'UpdateFunctionConfiguration', { FunctionName: fn.name, ...settings })
}

/** CreateFunction with the new members; what was set before stays. */
function recreate(seed: Seed, fn: FunctionRecord, settings: FunctionSettings, where: string): void {
  if (fn.versions.size > 0) {
    throw new UsageError(
      `${where}(...) would have to create ${fn.name} anew, but it has published versions: configure it before publishing.`,
    )
  }
  const { configuration, body } = fn.latest
  const image = settings.PackageType === 'Image'
  const { functions } = seed.region()
  functions.delete(fn.name)
  try {
    seed.run(where, 'CreateFunction', {
      FunctionName: fn.name,
      Role: configuration.role,
      ...(image ? {} : { Runtime: configuration.runtime, Handler: configuration.handler }),
      Code: image ? { ImageUri: '123456789012.dkr.ecr.us-east-1.amazonaws.com/lambdouble:latest' } : placeholderCode(),
      ...settings,
    })
  } catch (error) {
    functions.set(fn.name, fn)
    throw error
  }
  const created = functions.get(fn.name)!
  const { packageType, tenancyConfig } = created.latest.configuration
  created.latest.configuration = {
    ...changedConfiguration(configuration, settings, settings.Layers && created.latest.configuration.layers),
    ...(image && { runtime: undefined, handler: undefined }),
    packageType,
    architectures: settings.Architectures ?? configuration.architectures,
    tenancyConfig: tenancyConfig ?? configuration.tenancyConfig,
  }
  created.latest.body = body
  functions.set(fn.name, {
    ...created,
    tags: settings.Tags === undefined ? fn.tags : created.tags,
    // What hangs on the function and is no part of its creation.
    aliases: fn.aliases,
    urls: fn.urls,
    eventInvokeConfigs: fn.eventInvokeConfigs,
    provisionedConcurrency: fn.provisionedConcurrency,
    policies: fn.policies,
    reservedConcurrency: fn.reservedConcurrency,
    recursiveLoop: fn.recursiveLoop,
    codeSigningConfigArn: created.codeSigningConfigArn ?? fn.codeSigningConfigArn,
    runtimeByDefault: fn.runtimeByDefault,
  })
}
