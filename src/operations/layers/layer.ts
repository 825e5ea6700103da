import { invalidParameter } from '../../errors/invalidParameter'
import { ServiceError } from '../../errors/serviceError'
import { lambdaArn, partitionOf } from '../../state/arns'
import type { LayerPolicyRecord, LayerRecord, LayerVersionRecord } from '../../state/layerRecord'
import type { RegionState } from '../../state/regionState'

/** A layer, or one version of it, as an ARN names it. */
export interface LayerName {
  readonly region: string
  readonly accountId: string
  readonly name: string
  readonly version: number | undefined
}

const form = /^arn:[a-zA-Z0-9-]*:lambda:([a-z0-9-]+):(\d{12}):layer:([a-zA-Z0-9-_]+)(?::(\d+))?$/

/** Takes a layer's ARN apart; undefined for a bare name, and for the layers that are AWS's own. */
export function parseLayerArn(arn: string): LayerName | undefined {
  const found = form.exec(arn)
  if (found === null) return undefined
  return {
    region: found[1]!,
    accountId: found[2]!,
    name: found[3]!,
    version: found[4] === undefined ? undefined : Number(found[4]),
  }
}

/** A layer of the caller's own account and region. */
export interface LayerReference {
  readonly name: string
  /** Without a version. */
  readonly arn: string
}

/**
 * Reads a LayerName member: a name or an ARN. Layers elsewhere cannot be reached from here; how AWS refuses another region is not
 * recorded.
 */
export function referToLayer(region: RegionState, layerName: string): LayerReference {
  const parsed = parseLayerArn(layerName)
  if (parsed !== undefined && parsed.region !== region.region) {
    throw new ServiceError(
      'ResourceNotFoundException',
      `Layers from '${parsed.region}' are not reachable in this region ('${region.region}')`,
    )
  }
  if (parsed !== undefined && parsed.accountId !== region.accountId) throw layerDenied(region, layerName)
  const name = parsed?.name ?? layerName
  return { name, arn: lambdaArn(region, `layer:${name}`) }
}

/** Refuses a layer that belongs to somebody else, and says whom it refuses: the caller, as far as the double knows one. */
export function layerDenied({ region, accountId }: RegionState, arn: string): ServiceError {
  const caller = `arn:${partitionOf(region)}:iam::${accountId}:user/lambdouble`
  return new ServiceError(
    'AccessDeniedException',
    `User: ${caller} is not authorized to perform: lambda:GetLayerVersion on resource: ${arn} because no resource-based policy allows the lambda:GetLayerVersion action`,
  )
}

/** Numbers start at 1, and AWS says so before it looks for the layer (recorded). */
export function requireVersionNumber(version: number): void {
  if (version < 1) throw invalidParameter('Layer Version Cannot be less than 1')
}

/** The version if it is there. */
export function findLayerVersion(
  region: RegionState,
  { name }: LayerReference,
  version: number,
): { layer: LayerRecord; version: LayerVersionRecord } | undefined {
  const layer = region.layers.get(name)
  const found = layer?.versions.get(version)
  return layer && found && { layer, version: found }
}

/** The version whose policy is asked for; a miss is worded otherwise than GetLayerVersion's. */
export function requirePolicyHolder(region: RegionState, layerName: string, number: number): LayerVersionRecord {
  const reference = referToLayer(region, layerName)
  requireVersionNumber(number)
  const found = findLayerVersion(region, reference, number)
  if (found !== undefined) return found.version
  throw new ServiceError('ResourceNotFoundException', `Layer version ${reference.arn}:${number} does not exist.`)
}

/** The policy of a version, which has none until a permission is added. */
export function requirePolicy({ policy }: LayerVersionRecord): LayerPolicyRecord {
  if (policy !== undefined) return policy
  throw new ServiceError('ResourceNotFoundException', 'No policy is associated with the given resource.')
}

/** Refuses a change to a policy that was made from an older revision. */
export function requirePolicyRevision(revisionId: string | undefined, version: LayerVersionRecord): void {
  if (revisionId === undefined || revisionId === version.policy?.revisionId) return
  throw new ServiceError(
    'PreconditionFailedException',
    'The Revision Id provided does not match the latest Revision Id. Call the GetLayerPolicy API to retrieve the latest Revision Id',
  )
}

/** A policy as one JSON document. */
export function policyDocument(statements: Iterable<Readonly<Record<string, unknown>>>): string {
  return JSON.stringify({ Version: '2012-10-17', Id: 'default', Statement: [...statements] })
}
