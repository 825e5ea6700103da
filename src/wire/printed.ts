import type { Shape } from '../model/shape'
import { shapes } from '../model/shapes'

/** A value as AWS quotes it in a validation message, which is how Java prints it; undefined where the model calls it sensitive. */
export function printed(shape: Shape, value: unknown): string | undefined {
  if (isSensitive(shape)) return undefined
  return javaText(shape, value)
}

function isSensitive(shape: Shape): boolean {
  if ('sensitive' in shape && shape.sensitive) return true
  if (shape.type === 'list') return isSensitive(shapes[shape.member]!)
  if (shape.type === 'map') return isSensitive(shapes[shape.key]!) || isSensitive(shapes[shape.value]!)
  return false
}

function javaText(shape: Shape, value: unknown): string {
  if (value === null || value === undefined) return 'null'
  switch (shape.type) {
    case 'list':
      return `[${(value as unknown[]).map((item) => javaText(shapes[shape.member]!, item)).join(', ')}]`
    case 'map':
      return `{${Object.entries(value)
        .map(([key, item]) => `${key}=${javaText(shapes[shape.value]!, item)}`)
        .join(', ')}}`
    case 'structure':
      return `{${Object.entries(shape.members)
        .filter(
          ([name]) => (value as Record<string, unknown>)[name] !== undefined && !isSensitive(shapes[shape.members[name]!.shape]!),
        )
        .map(([name, member]) => `${name}=${javaText(shapes[member.shape]!, (value as Record<string, unknown>)[name])}`)
        .join(', ')}}`
    case 'blob': {
      const length = (value as Uint8Array).byteLength
      return `java.nio.HeapByteBuffer[pos=0 lim=${length} cap=${length}]`
    }
    case 'double':
      return javaDouble(Number(value))
    default:
      return String(value as string | number | boolean | Date)
  }
}

/** Java prints a whole double with its `.0`. */
export function javaDouble(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : String(value)
}
