import { invalidParameter } from '../../errors/invalidParameter'
import type { CreateFunctionRequest } from '../../model/api'
import type { RegionState } from '../../state/regionState'
import { requireAttachableConfig, requireSignable } from '../code-signing/codeSigningConfig'

/** Only creation holds a name to 64 characters; the text is a validation's, the code is not (recorded). */
export function requireNewName(name: string, qualifier: string | undefined): void {
  if (name.length > 64) {
    throw invalidParameter(
      `1 validation error detected: Value '${name}' at 'functionName' failed to satisfy constraint: Member must have length less than or equal to 64`,
    )
  }
  if (qualifier !== undefined) throw invalidParameter(`The function name cannot have a version or an alias: ${name}:${qualifier}`)
}

/** The code signing configuration that a new function is to have, if it is to have one. */
export function requireSigningConfig(region: RegionState, { CodeSigningConfigArn, PackageType }: CreateFunctionRequest): void {
  if (CodeSigningConfigArn === undefined) return
  requireAttachableConfig(region, CodeSigningConfigArn)
  requireSignable(PackageType)
}

/** Members that go with an archive do not go with an image, and the other way round. */
export function requirePackageMembers({
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
