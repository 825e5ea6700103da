import type { Shape } from '../model/shape'
import { readNumber } from './readNumber'
import { notA } from './serializationError'

const wholeNumber = /^[+-]?\d+$/
const decimalNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/
const dateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/

/** Reads a scalar that stands as text in a path, a query item or a header. Times are ISO 8601 in UTC there. */
export function readText(shape: Shape, text: string): unknown {
  switch (shape.type) {
    case 'integer':
    case 'long':
      return readNumber(shape.type, wholeNumber.test(text) ? Number(text) : undefined, text)
    case 'double':
      return readNumber(shape.type, decimalNumber.test(text) ? Number(text) : undefined, text)
    case 'boolean':
      if (text !== 'true' && text !== 'false') throw notA('a Boolean', text)
      return text === 'true'
    case 'timestamp': {
      const time = dateTime.test(text) ? new Date(text) : undefined
      if (time === undefined || Number.isNaN(time.getTime())) throw notA('milliseconds since epoch', text)
      return time
    }
    case 'string':
      return text
    case 'blob':
    case 'list':
    case 'map':
    case 'structure':
      throw new TypeError(`A ${shape.type} can not stand as text.`)
  }
}
