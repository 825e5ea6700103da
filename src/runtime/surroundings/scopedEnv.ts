/**
 * `process.env` of an execution environment: its own variables before those of the process. What the code sets or deletes stays
 * in the environment, for its next events too. As in Node.js every value is a string.
 * @param own is changed by what the code does
 */
export function newScopedEnv(own: Record<string, string>, outside: () => NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const deleted = new Set<PropertyKey>()
  const isOwn = (name: PropertyKey) => Object.hasOwn(own, name)
  const isOutside = (name: PropertyKey) => !deleted.has(name) && Object.hasOwn(outside(), name)

  function read(name: PropertyKey): string | undefined {
    if (isOwn(name)) return own[name as string]
    return isOutside(name) ? outside()[name as string] : undefined
  }

  function write(name: PropertyKey, value: unknown): boolean {
    if (typeof name === 'symbol') throw new TypeError('Cannot convert a Symbol value to a string')
    own[name] = String(value)
    return true
  }

  // What util.inspect shows of a proxy is its target.
  return new Proxy(own as NodeJS.ProcessEnv, {
    get: (_, name) => read(name) ?? (Reflect.get(Object.prototype, name) as string | undefined),
    has: (_, name) => isOwn(name) || isOutside(name) || name in Object.prototype,
    ownKeys: () => [...new Set([...Object.keys(outside()).filter((name) => !deleted.has(name)), ...Object.keys(own)])],
    getOwnPropertyDescriptor(_, name) {
      const value = read(name)
      return value === undefined ? undefined : { value, writable: true, enumerable: true, configurable: true }
    },
    set: (_, name, value) => write(name, value),
    defineProperty: (_, name, descriptor) => write(name, descriptor.value),
    deleteProperty(_, name) {
      if (typeof name === 'string') delete own[name]
      deleted.add(name)
      return true
    },
  })
}
