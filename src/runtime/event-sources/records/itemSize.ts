import type { AttributeMap } from '../logs/logRequest'

type AttributeValue = Readonly<Record<string, unknown>>

/**
 * Bytes of a table's item, as SizeBytes counts them.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
export function itemSize(item: AttributeMap | undefined): number {
  if (item === undefined) return 0
  return Object.entries(item).reduce((size, [name, value]) => size + Buffer.byteLength(name) + valueSize(value), 0)
}

function valueSize(value: AttributeValue): number {
  const [type, content] = Object.entries(value)[0]!
  switch (type) {
    case 'S':
      return Buffer.byteLength(content as string)
    case 'N':
      return numberSize(content as string)
    case 'B':
      return Buffer.from(content as string, 'base64').byteLength
    case 'SS':
      return (content as string[]).reduce((size, text) => size + Buffer.byteLength(text), 0)
    case 'NS':
      return (content as string[]).reduce((size, number) => size + numberSize(number), 0)
    case 'BS':
      return (content as string[]).reduce((size, bytes) => size + Buffer.from(bytes, 'base64').byteLength, 0)
    // Lists and maps take three bytes, and one more for everything in them.
    case 'L':
      return (content as AttributeValue[]).reduce((size, element) => size + 1 + valueSize(element), 3)
    case 'M':
      return 3 + Object.keys(content as AttributeMap).length + itemSize(content as AttributeMap)
    default:
      return 1
  }
}

/** Two digits in a byte, and one byte more; zeros at either end do not count. */
function numberSize(number: string): number {
  const digits = number
    .replace(/e.*$/i, '')
    .replace(/[-+.]/g, '')
    .replace(/^0+|0+$/g, '')
  return Math.ceil(digits.length / 2) + 1
}
