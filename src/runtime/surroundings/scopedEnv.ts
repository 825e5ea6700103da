/**
 * `process.env` of an execution environment: its own variables before those of the process. What the code sets or deletes stays
 * in the environment, for its next events too. As in Node.js every value is a string.
 * @param own is changed by what the code does
 */
export function newScopedEnv(own: Record<string, string>, outside: () => NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const deleted = new Set<string>()
  const isOwn = (name: PropertyKey) => Object.hasOwn(own, name)
  const isOutside = (name: PropertyKey) => !deleted.has(name as string) && Object.hasOwn(outside(), name)

  function write(name: PropertyKey, value: unknown): boolean {
    if (typeof name === 'symbol') throw new TypeError('Cannot convert a Symbol value to a string')
    own[name] = String(value)
    return true
  }

  // The target is what util.inspect shows of a proxy.
  return new Proxy(own as NodeJS.ProcessEnv, {
    get: (_, name) => (isOwn(name) ? own[name as string] : isOutside(name) ? outside()[name as string] : Reflect.get({}, name)),
    has: (_, name) => isOwn(name) || isOutside(name) || name in Object.prototype,
    ownKeys: () => [...new Set([...Object.keys(outside()).filter(isOutside), ...Object.keys(own)])],
    getOwnPropertyDescriptor(_, name) {
      const value = isOwn(name) ? own[name as string] : isOutside(name) ? outside()[name as string] : undefined
      return value === undefined ? undefined : { value, writable: true, enumerable: true, configurable: true }
    },
    set: (_, name, value) => write(name, value),
    defineProperty: (_, name, descriptor) => write(name, descriptor.value),
    deleteProperty(_, name) {
      delete own[name as string]
      deleted.add(name as string)
      return true
    },
  })
}
