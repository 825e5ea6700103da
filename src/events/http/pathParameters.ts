import { requireText, shown } from '../../usage/readMembers'
import { UsageError } from '../../errors/usageError'

/**
 * What the braces of a resource such as `/orders/{id}` or `/{proxy+}` stand for in a path, decoded; undefined without braces.
 * Refuses a path that is none of the resource's: API Gateway would not lead it to the function.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-settings-method-request.html
 */
export function pathParameters(where: string, resource: unknown, path: string): Readonly<Record<string, string>> | undefined {
  const template = requireText(where, 'resource', resource)
  const names: string[] = []
  const pattern = template
    .split(/(\{[^}]*\})/)
    .map((part) => {
      const [, name, greedy] = /^\{([^}+]+)(\+?)\}$/.exec(part) ?? []
      if (name === undefined) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      names.push(name)
      return greedy === '+' ? '(.+)' : '([^/]+)'
    })
    .join('')
  const values = new RegExp(`^${pattern}/?$`).exec(path)?.slice(1)
  if (values === undefined) throw new UsageError(`${where}: the path ${shown(path)} is none of the resource ${shown(template)}.`)
  return names.length === 0 ? undefined : Object.fromEntries(names.map((name, index) => [name, decoded(values[index]!)]))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
