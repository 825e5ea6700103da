import { UsageError } from '../../errors/usageError'
import type { Seed } from '../../builders/seed'
import { partitionOf } from '../../state/arns'
import type { OperationName } from '../../model/api'
import { fitInput } from './fitInput'
import { isWanted, resolveValue, type Surroundings } from './resolveValue'
import { isSection, type Section, type Template } from './readTemplate'
import { attributeOf, nameProperty, withGlobals } from './resourceNames'

/** A resource of a template, resolved when it is asked for: what it refers to has to be there by then. */
export interface Resource {
  readonly logicalId: string
  readonly type: string
  /** What the template calls it, else its logical id. */
  readonly name: string
  readonly properties: Section
  readonly metadata: unknown
  /** `template.yaml:12 (Orders)` */
  readonly where: string
}

/** A template on its way into one region of a double. */
export interface Stack {
  readonly template: Template
  readonly seed: Seed
  /** Those whose conditions hold, in the order of the template. */
  readonly resources: readonly { readonly logicalId: string; readonly type: string }[]
  resource(logicalId: string): Resource
  /** Makes known what `Ref` and `Fn::GetAtt` of a resource give that has been made. */
  define(logicalId: string, attributes: Readonly<Record<string, string>>): void
  /** A warning, once. */
  warn(text: string): void
  /** Properties as the input of an operation; what it does not have is told. */
  fit(operation: OperationName, resource: Resource, properties: Section): Record<string, unknown>
}

export function openStack(template: Template, seed: Seed, warn: (text: string) => void): Stack {
  const { content } = template
  const section = (name: string): Section => (isSection(content[name]) ? content[name] : {})
  const resources = section('Resources')
  const { region, accountId } = seed.region()
  const partition = partitionOf(region)
  const defined = new Map<string, Readonly<Record<string, string>>>()
  const names = new Map<string, string>()

  const unresolved = (keys: readonly (string | number)[], why: string) =>
    warn(`${template.place(keys)}: ${keys.join('.')} is left out: ${why}.`)
  const surroundings: Surroundings = {
    region,
    accountId,
    partition,
    parameters: section('Parameters'),
    conditions: section('Conditions'),
    mappings: section('Mappings'),
    attribute(logicalId, attribute) {
      const made = defined.get(logicalId)?.[attribute ?? 'Ref'] ?? defined.get(`${logicalId}.${attribute ?? ''}`)?.Ref
      if (made !== undefined) return made
      const resource = Object.hasOwn(resources, logicalId) ? resources[logicalId] : undefined
      // SAM makes a role for a function that has none.
      if (resource === undefined && logicalId.endsWith('Role') && Object.hasOwn(resources, logicalId.slice(0, -4)))
        return attributeOf({ type: 'AWS::IAM::Role', logicalId, name: logicalId, region, accountId, partition }, attribute)
      if (!isSection(resource) || typeof resource.Type !== 'string') return undefined
      if (resource.Type === 'AWS::Lambda::Alias' && attribute === undefined) return aliasArn(logicalId, resource.Properties)
      return attributeOf(
        { type: resource.Type, logicalId, name: nameOf(logicalId, resource), region, accountId, partition },
        attribute,
      )
    },
  }
  const resolve = (value: unknown, keys: readonly string[]) => resolveValue(value, keys, surroundings, unresolved)

  /** Known before the alias is made: functions may have it in their environments. */
  function aliasArn(logicalId: string, properties: unknown): string | undefined {
    if (!isSection(properties)) return undefined
    const [fn, alias] = ['FunctionName', 'Name'].map((name) =>
      resolve(properties[name], ['Resources', logicalId, 'Properties', name]),
    )
    const name = /:function:([^:]+)/.exec(String(fn))?.[1] ?? String(fn)
    return `arn:${partition}:lambda:${region}:${accountId}:function:${name}:${String(alias)}`
  }

  function nameOf(logicalId: string, { Type, Properties }: Section): string {
    const known = names.get(logicalId)
    if (known !== undefined) return known
    // A name that is made of its own is no name.
    names.set(logicalId, logicalId)
    const property = nameProperty(String(Type))
    const given =
      property && isSection(Properties)
        ? resolve(Properties[property], ['Resources', logicalId, 'Properties', property])
        : undefined
    const name = typeof given === 'string' && given !== '' ? given : logicalId
    names.set(logicalId, name)
    return name
  }

  function read(logicalId: string): Section & { readonly Type: string } {
    const resource = resources[logicalId]
    if (isSection(resource) && typeof resource.Type === 'string') return resource as Section & { readonly Type: string }
    throw new UsageError(`${template.place(['Resources', logicalId])}: the resource ${logicalId} has no Type.`)
  }

  return {
    template,
    seed,
    resources: Object.keys(resources)
      .filter((logicalId) => isWanted(read(logicalId), ['Resources', logicalId, 'Condition'], surroundings, unresolved))
      .map((logicalId) => ({ logicalId, type: read(logicalId).Type })),
    resource(logicalId) {
      const resource = read(logicalId)
      const kind = /^AWS::Serverless::(\w+)$/.exec(resource.Type)?.[1]
      const own = isSection(resource.Properties) ? resource.Properties : {}
      const properties = kind === undefined ? own : withGlobals(section('Globals')[kind], own)
      return {
        logicalId,
        type: resource.Type,
        name: nameOf(logicalId, resource),
        properties: resolve(properties, ['Resources', logicalId, 'Properties']) as Section,
        metadata: resource.Metadata,
        where: `${template.place(['Resources', logicalId])} (${logicalId})`,
      }
    },
    define: (logicalId, attributes) => void defined.set(logicalId, attributes),
    warn,
    fit(operation, { logicalId }, properties) {
      return fitInput(operation, properties, (keys, close) => {
        const place = template.place(['Resources', logicalId, 'Properties', ...keys])
        warn(
          `${place}: ${logicalId} has a property ${keys.join('.')}, which is not known here and is left out.${close === undefined ? '' : ` Is it ${close}?`}`,
        )
      })
    },
  }
}
