import { inspect } from 'node:util'
import type { CurrentScope, EnvironmentVariables, Patch } from './scope'

/** `process.env` that shows everybody their own. */
export interface EnvPatch extends Patch {
  /** What it is outside of all environments. */
  outside(): NodeJS.ProcessEnv
}

/**
 * Makes `process.env` an accessor while it is on. Everybody gets the object that was there, but the code of environments a proxy
 * that shows their variables before those of the process. One proxy for all of them, since a module keeps what it once took
 * (`const { env } = process`) and may serve several. What the code sets or deletes stays in its environment, for its next events.
 */
export function envPatch(current: CurrentScope): EnvPatch {
  let found: PropertyDescriptor | undefined
  let outer: NodeJS.ProcessEnv
  const mine = (): EnvironmentVariables | undefined => current()?.variables?.()
  const outside = () => (found ? outer : process.env)

  function read(name: string): string | undefined {
    const { own = {}, deleted = undefined } = mine() ?? {}
    if (Object.hasOwn(own, name)) return own[name]
    return deleted === 'all' || deleted?.has(name) || !Object.hasOwn(outside(), name) ? undefined : outside()[name]
  }

  function write(name: string | symbol, value: unknown): boolean {
    const variables = mine()
    if (variables === undefined) return Reflect.set(outside(), name, value)
    if (typeof name === 'symbol') throw new TypeError('Cannot convert a Symbol value to a string')
    // As in Node.js every value is a string.
    variables.own[name] = String(value)
    return true
  }

  function names(): string[] {
    const { own = {}, deleted = undefined } = mine() ?? {}
    const others = deleted === 'all' ? [] : Object.keys(outside()).filter((name) => !deleted?.has(name))
    return [...new Set([...others, ...Object.keys(own)])]
  }

  const inherited = (name: PropertyKey) => Reflect.get(Object.prototype, name) as string | undefined
  const proxy: NodeJS.ProcessEnv = new Proxy(
    shownAs(() => ({ ...proxy })),
    {
      get: (_, name) => (typeof name === 'string' ? (read(name) ?? inherited(name)) : inherited(name)),
      has: (_, name) => (typeof name === 'string' && read(name) !== undefined) || name in Object.prototype,
      ownKeys: names,
      getOwnPropertyDescriptor(_, name) {
        const value = typeof name === 'string' ? read(name) : undefined
        return value === undefined ? undefined : { value, writable: true, enumerable: true, configurable: true }
      },
      set: (_, name, value) => write(name, value),
      defineProperty: (_, name, { value }) => write(name, value),
      deleteProperty(_, name) {
        const variables = mine()
        if (variables === undefined) return Reflect.deleteProperty(outside(), name)
        delete variables.own[String(name)]
        if (variables.deleted !== 'all') variables.deleted.add(String(name))
        return true
      },
    },
  )

  const get = () => (current()?.variables ? proxy : outer)
  const set = (env: NodeJS.ProcessEnv) => {
    const variables = mine()
    if (variables === undefined) outer = env
    else {
      variables.own = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, String(value)]))
      variables.deleted = 'all'
    }
  }
  const accessor = { get, set, enumerable: true, configurable: true }

  return {
    outside,
    on() {
      const descriptor = Object.getOwnPropertyDescriptor(process, 'env')
      // Somebody else's accessor stays: it has the last word on what there is to see.
      if (!descriptor?.configurable || !('value' in descriptor)) return
      found = descriptor
      outer = descriptor.value as NodeJS.ProcessEnv
      Object.defineProperty(process, 'env', accessor)
    },
    off() {
      // Somebody else may have put something there meanwhile: it is theirs then.
      if (found && Object.getOwnPropertyDescriptor(process, 'env')?.get === get) {
        found.value = outer
        Object.defineProperty(process, 'env', found)
      }
      found = undefined
    },
  }
}

/** What util.inspect shows of a proxy is its target. */
function shownAs(show: () => object): NodeJS.ProcessEnv {
  return Object.defineProperty({}, inspect.custom, { value: show, configurable: true }) as NodeJS.ProcessEnv
}
