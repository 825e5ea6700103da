/** A JSON value of so many objects in each other: `{"a":{"a":1}}` for 2. Made without recursion, which ends at some thousands. */
export function nested(levels: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < levels; level++) value = { a: value }
  return value
}

/** Its JSON text. */
export function nestedJson(levels: number): string {
  return '{"a":'.repeat(levels) + '1' + '}'.repeat(levels)
}
