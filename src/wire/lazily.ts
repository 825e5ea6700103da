/** Builds the value of a key when it is first asked for and keeps it: a plan over the model costs nothing until it is used. */
export function lazily<Key, Value extends object | string>(build: (key: Key) => Value): (key: Key) => Value {
  let known: Map<Key, Value> | undefined
  return (key) => {
    known ??= new Map()
    let value = known.get(key)
    if (value === undefined) known.set(key, (value = build(key)))
    return value
  }
}
