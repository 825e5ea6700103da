import { invalidParameter } from '../../errors/invalidParameter'
import { ServiceError } from '../../errors/serviceError'
import type { RegionState } from '../../state/regionState'
import { referTo, requireFunction } from '../functions/function'

type Tagged = { readonly arn: string; readonly tags: Map<string, string> }

interface TaggableKind {
  /** @param id what stands behind the kind in the ARN */
  readonly find: (region: RegionState, id: string, arn: string) => Tagged | undefined
  readonly missing: (arn: string) => string
}

/** What besides functions carries tags, by its kind in the ARN. */
const kinds: Readonly<Record<string, TaggableKind>> = {
  'event-source-mapping': {
    find: (region, uuid) => region.eventSourceMappings.get(uuid),
    missing: (arn) => `Event source mapping not found: ${arn}`,
  },
  'capacity-provider': {
    find: (region, name) => region.capacityProviders.get(name),
    missing: (arn) => `Capacity provider not found: ${arn}`,
  },
  'code-signing-config': {
    find: (region, _, arn) => region.codeSigningConfigs.get(arn),
    // As its own operations word it; not recorded for tags.
    missing: (arn) => `The Lambda code signing configuration ${arn} can not be found.`,
  },
  // The model's pattern knows these, and no operation makes one.
  'network-connector': { find: () => undefined, missing: (arn) => `Network connector not found: ${arn}` },
}

/**
 * The tags of the resource that an ARN names.
 * Refuses in this order: a version or alias, a resource that does not exist.
 */
export function requireTags(region: RegionState, arn: string): Map<string, string> {
  const [kind = '', id = ''] = arn.split(':').slice(5)
  const taggable = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
  if (taggable === undefined) return functionTags(region, arn)
  const found = taggable.find(region, id, arn)
  // The ARN may be that of another region or account.
  if (found?.arn !== arn) throw new ServiceError('ResourceNotFoundException', taggable.missing(arn))
  return found.tags
}

/** A resource has at most 50 tags. https://docs.aws.amazon.com/lambda/latest/dg/configuration-tags.html */
export function requireTagLimit(tags: ReadonlyMap<string, string>): void {
  if (tags.size > 50) throw invalidParameter('Number of tags exceeds resource tag limit.')
}

function functionTags(region: RegionState, arn: string): Map<string, string> {
  const reference = referTo(region, arn)
  if (reference.qualifier !== undefined) {
    throw invalidParameter('Tags on function aliases and versions are not supported. Please specify a function ARN.')
  }
  return requireFunction(region, reference).tags
}
