import { isSection, type Section } from './readTemplate'

/** What a template is resolved against. */
export interface Surroundings {
  readonly region: string
  readonly accountId: string
  readonly partition: string
  readonly parameters: Section
  readonly conditions: Section
  readonly mappings: Section
  /** What `Ref` of a resource gives, or one of its attributes; undefined if that is not known here. */
  attribute(logicalId: string, name: string | undefined): unknown
}

/** Tells what could not be resolved: where, and why. */
export type Unresolved = (keys: readonly (string | number)[], why: string) => void

/** Stands for what is left out: `AWS::NoValue`, and what cannot be resolved. */
const nothing = Symbol('nothing')

/**
 * A value of a template with its intrinsic functions resolved. What cannot be is told, and left out.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
 */
export function resolveValue(
  value: unknown,
  keys: readonly (string | number)[],
  surroundings: Surroundings,
  unresolved: Unresolved,
): unknown {
  const result = resolved(value, keys)
  return result === nothing ? undefined : result

  function resolved(value: unknown, at: readonly (string | number)[]): unknown {
    if (Array.isArray(value)) return value.map((item, index) => resolved(item, [...at, index])).filter((item) => item !== nothing)
    if (!isSection(value)) return value
    const [name = '', ...others] = Object.keys(value)
    if (others.length === 0 && (name === 'Ref' || name.startsWith('Fn::'))) return call(name, value[name], at)
    const entries = Object.entries(value).map(([key, member]) => [key, resolved(member, [...at, key])] as const)
    return Object.fromEntries(entries.filter(([, member]) => member !== nothing))
  }

  function call(name: string, given: unknown, at: readonly (string | number)[]): unknown {
    const leftOut = (why: string) => {
      unresolved(at, why)
      return nothing
    }
    const list = () => {
      const items = resolved(given, at)
      return Array.isArray(items) ? (items as unknown[]) : []
    }
    switch (name) {
      case 'Ref':
        return ref(String(given), at)
      case 'Fn::GetAtt': {
        const [id, attribute] = typeof given === 'string' ? given.split(/\.(.*)/s) : list().map(String)
        return known(surroundings.attribute(id ?? '', attribute), `${id}.${attribute} is not known here`, at)
      }
      case 'Fn::Sub':
        return substitute(given, at)
      case 'Fn::Join': {
        const [separator, parts] = list()
        return Array.isArray(parts) ? parts.map(String).join(String(separator)) : leftOut('Fn::Join needs a separator and a list')
      }
      case 'Fn::Split': {
        const [separator, text] = list()
        return typeof text === 'string' ? text.split(String(separator)) : leftOut('Fn::Split needs a separator and a text')
      }
      case 'Fn::Select': {
        const [index, items] = list()
        const item: unknown = Array.isArray(items) ? items[Number(index)] : undefined
        return item ?? leftOut('Fn::Select chooses nothing')
      }
      case 'Fn::If': {
        const [condition, whenTrue, whenFalse] = Array.isArray(given) ? (given as unknown[]) : []
        const holds = isTrue({ Condition: condition }, at)
        return resolved(holds ? whenTrue : whenFalse, [...at, holds ? 1 : 2])
      }
      case 'Fn::FindInMap': {
        const [map, first, second] = list().map(String)
        const found = ((surroundings.mappings[map ?? ''] as Section | undefined)?.[first ?? ''] as Section | undefined)?.[
          second ?? ''
        ]
        return found ?? leftOut(`Mappings has no ${map}.${first}.${second}`)
      }
      case 'Fn::Base64':
        return Buffer.from(String(resolved(given, at))).toString('base64')
      case 'Fn::ToJsonString':
        return JSON.stringify(resolved(given, at))
      case 'Fn::ImportValue':
        return leftOut(`another stack exports ${JSON.stringify(resolved(given, at))}`)
      default:
        return leftOut(`${name} is not known here`)
    }
  }

  function known(found: unknown, why: string, at: readonly (string | number)[]): unknown {
    if (found !== undefined) return found
    unresolved(at, why)
    return nothing
  }

  function ref(name: string, at: readonly (string | number)[]): unknown {
    if (name === 'AWS::NoValue') return nothing
    const pseudo = pseudoParameter(name, surroundings)
    if (pseudo !== undefined) return pseudo
    if (Object.hasOwn(surroundings.parameters, name)) return parameter(surroundings.parameters[name] as Section, name, at)
    return known(surroundings.attribute(name, undefined), `there is no parameter and no known resource ${name}`, at)
  }

  function parameter({ Type, Default }: Section, name: string, at: readonly (string | number)[]): unknown {
    const isElsewhere = typeof Type === 'string' && Type.startsWith('AWS::SSM::Parameter::Value')
    if (Default === undefined || isElsewhere)
      return known(
        undefined,
        isElsewhere ? `the parameter ${name} is kept in Systems Manager` : `the parameter ${name} has no Default`,
        at,
      )
    const isList = typeof Type === 'string' && (Type === 'CommaDelimitedList' || Type.startsWith('List<'))
    return isList && typeof Default === 'string' ? Default.split(',').map((item) => item.trim()) : Default
  }

  /** `${Name}`, `${Resource.Attribute}`, `${!Literal}` */
  function substitute(given: unknown, at: readonly (string | number)[]): unknown {
    const [text, variables] = Array.isArray(given) ? (given as [unknown, Section?]) : [given]
    const parts = String(text).split(/(\$\{[^}]*\})/)
    const values = parts.map((part) => {
      const name = /^\$\{\s*([^}]*?)\s*\}$/.exec(part)?.[1]
      if (name === undefined) return part
      if (name.startsWith('!')) return `\${${name.slice(1)}}`
      if (variables && Object.hasOwn(variables, name)) return resolved(variables[name], at)
      return name.includes('.') ? call('Fn::GetAtt', name, at) : ref(name, at)
    })
    return values.includes(nothing) ? nothing : values.map(String).join('')
  }

  function isTrue(condition: unknown, at: readonly (string | number)[]): boolean {
    if (!isSection(condition)) return condition === true || condition === 'true'
    const [name = '', given] = Object.entries(condition)[0] ?? []
    const each = Array.isArray(given) ? (given as unknown[]) : []
    switch (name) {
      case 'Condition':
        if (Object.hasOwn(surroundings.conditions, String(given)))
          return isTrue(surroundings.conditions[String(given)], ['Conditions', String(given)])
        unresolved(at, `Conditions has no ${String(given)}, which counts as false`)
        return false
      case 'Fn::Equals': {
        const [left, right] = each.map((item) => resolved(item, at))
        return left !== nothing && String(left) === String(right)
      }
      case 'Fn::And':
        return each.every((item) => isTrue(item, at))
      case 'Fn::Or':
        return each.some((item) => isTrue(item, at))
      case 'Fn::Not':
        return !isTrue(each[0], at)
      default:
        return false
    }
  }
}

function pseudoParameter(name: string, { region, accountId, partition }: Surroundings): string | undefined {
  switch (name) {
    case 'AWS::Region':
      return region
    case 'AWS::AccountId':
      return accountId
    case 'AWS::Partition':
      return partition
    case 'AWS::URLSuffix':
      return partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com'
    case 'AWS::StackName':
      return 'lambdouble'
    case 'AWS::StackId':
      return `arn:${partition}:cloudformation:${region}:${accountId}:stack/lambdouble/00000000-0000-0000-0000-000000000000`
    default:
      return undefined
  }
}

/** Whether a resource is to be there: its Condition, if it has one, holds. */
export function isWanted(
  resource: Section,
  keys: readonly string[],
  surroundings: Surroundings,
  unresolved: Unresolved,
): boolean {
  if (typeof resource.Condition !== 'string') return true
  return resolveValue({ 'Fn::If': [resource.Condition, true, false] }, keys, surroundings, unresolved) === true
}
