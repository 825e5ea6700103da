import { invalidParameter } from '../../errors/invalidParameter'
import { ServiceError } from '../../errors/serviceError'
import type { CreateFunctionRequest } from '../../model/api'
import type { FunctionRecord } from '../../state/functionRecord'
import { operation } from '../operation'
import { newVersion } from '../versions/version'
import { newCode } from './code'
import { newConfiguration } from './configuration'
import { requireValidConfiguration } from './configurationRules'
import { describeFunction } from './describeFunction'
import { referTo } from './function'
import { startCreation } from './transitions'

/**
 * CreateFunction: code and configuration under a new name, Pending until the next request.
 * Refuses in this order: a bad name, members that do not go with the package type, a bad configuration, a name taken, bad code.
 * https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html
 */
export const createFunction = operation('CreateFunction', (input, context) => {
  const { region, ids, clock } = context
  const { name, arn, qualifier } = referTo(region, input.FunctionName)
  requireNewName(name, qualifier)
  requirePackageMembers(input)
  requireValidConfiguration(input)
  if (region.functions.has(name)) throw new ServiceError('ResourceConflictException', `Function already exist: ${name}`)

  const fn: FunctionRecord = {
    name,
    arn,
    latest: {
      version: '$LATEST',
      configuration: newConfiguration({ ...input, FunctionName: name }),
      code: newCode(input.Code),
      revisionId: ids.uuid(),
      lastModified: clock.now(),
      state: { state: 'Pending' },
      body: { once: [] },
    },
    versions: new Map(),
    aliases: new Map(),
    tags: new Map(Object.entries(input.Tags ?? {})),
    urls: new Map(),
    eventInvokeConfigs: new Map(),
    provisionedConcurrency: new Map(),
    scalingConfigs: new Map(),
    nextVersion: 1,
  }
  region.functions.set(name, fn)
  startCreation(fn.latest, context)
  if (!input.Publish) return describeFunction(region, fn, fn.latest)
  const version = newVersion(fn, context)
  startCreation(version, context)
  return describeFunction(region, fn, version)
})

/** Only creation holds a name to 64 characters; the text is a validation's, the code is not (recorded). */
function requireNewName(name: string, qualifier: string | undefined): void {
  if (name.length > 64) {
    throw invalidParameter(
      `1 validation error detected: Value '${name}' at 'functionName' failed to satisfy constraint: Member must have length less than or equal to 64`,
    )
  }
  if (qualifier !== undefined) throw invalidParameter(`The function name cannot have a version or an alias: ${name}:${qualifier}`)
}

function requirePackageMembers({
  PackageType = 'Zip',
  Runtime,
  Handler,
  Layers,
  Code,
  ImageConfig,
}: CreateFunctionRequest): void {
  if (PackageType === 'Image') {
    if (Runtime !== undefined || Handler !== undefined || Layers !== undefined) {
      throw invalidParameter(`Please don't provide Handler or Runtime or Layer when the intended function PackageType is Image.`)
    }
    if (Code.ImageUri === undefined)
      throw invalidParameter('Please provide ImageUri when creating a function with packageType Image.')
    return
  }
  if (Code.ImageUri !== undefined || ImageConfig !== undefined) {
    throw invalidParameter(`Please don't provide ImageConfig or ImageUri when creating a function with packageType Zip.`)
  }
  if (Runtime === undefined || Handler === undefined) {
    throw invalidParameter('Runtime and Handler are mandatory parameters for functions created with deployment packages.')
  }
}
