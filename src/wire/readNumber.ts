import { notA } from './serializationError'

const kinds = {
  integer: { name: 'an Integer', limit: 2 ** 31 },
  long: { name: 'a Long', limit: 2 ** 63 },
  double: { name: 'a Double', limit: Infinity },
} as const

/** Takes a number that fits its type: whole and in range for integers and longs. `told` is what the refusal is about. */
export function readNumber(type: keyof typeof kinds, value: unknown, told: unknown = value): number {
  const { name, limit } = kinds[type]
  if (typeof value !== 'number' || !Number.isFinite(value)) throw notA(name, told)
  if (type !== 'double' && (!Number.isInteger(value) || value < -limit || value >= limit)) throw notA(name, told)
  return value
}
