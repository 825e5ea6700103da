import { shapes } from '../model/shapes'

/** A value as AWS quotes it in a validation message, which is how Java prints it; undefined where the model calls it sensitive. */
export function printed(shapeName: string, value: unknown): string | undefined {
  return isSensitive(shapeName) ? undefined : javaText(shapeName, value)
}

function isSensitive(shapeName: string): boolean {
  const shape = shapes[shapeName]!
  if ('sensitive' in shape && shape.sensitive) return true
  if (shape.type === 'list') return isSensitive(shape.member)
  if (shape.type === 'map') return isSensitive(shape.key) || isSensitive(shape.value)
  return false
}

function javaText(shapeName: string, value: unknown): string {
  if (value === null || value === undefined) return 'null'
  const shape = shapes[shapeName]!
  switch (shape.type) {
    case 'list':
      return `[${(value as unknown[]).map((item) => javaText(shape.member, item)).join(', ')}]`
    case 'map': {
      const entries = Object.entries(value).map(([key, item]) => `${key}=${javaText(shape.value, item)}`)
      return `{${entries.join(', ')}}`
    }
    case 'structure': {
      const members = Object.entries(shape.members).filter(([, member]) => !isSensitive(member.shape))
      const texts = members.map(
        ([name, member]) => `${pathName(name)}=${javaText(member.shape, (value as Record<string, unknown>)[name])}`,
      )
      return `${shapeName}(${texts.join(', ')})`
    }
    case 'blob': {
      const length = (value as Uint8Array).byteLength
      return `java.nio.HeapByteBuffer[pos=0 lim=${length} cap=${length}]`
    }
    case 'double':
      return javaDouble(value as number)
    case 'string':
    case 'integer':
    case 'long':
    case 'boolean':
    case 'timestamp':
      return `${value as string | number | boolean}`
  }
}

/** Java prints a whole double with its `.0`. */
export function javaDouble(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : String(value)
}

/** A member's name as AWS writes it in a path: only the first letter becomes small, so KMSKeyArn is `kMSKeyArn`. */
export function pathName(member: string): string {
  return member.charAt(0).toLowerCase() + member.slice(1)
}
