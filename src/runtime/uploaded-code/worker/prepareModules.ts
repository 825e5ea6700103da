import Module from 'node:module'
import { pathToFileURL } from 'node:url'

type Resolve = (specifier: string, ...rest: readonly unknown[]) => unknown

interface ModuleInternals {
  _initPaths(): void
  _resolveFilename: Resolve
  /** From Node.js 22.15 on. */
  registerHooks?(hooks: { resolve(specifier: string, context: object, next: Resolve): unknown }): void
}

/**
 * Makes `/opt/...` and `/var/task/...` name the function's own files when modules are loaded, and reads NODE_PATH.
 * Before Node.js 22.15 an `import` of an absolute path is not covered, only `require` is.
 */
export function prepareModules(root: string): void {
  const internals = Module as unknown as ModuleInternals
  internals._initPaths()
  const isOurs = (path: string) => !path.startsWith(`${root}/`) && /^\/(?:opt|var\/task)(?:\/|$)/.test(path)
  const mapped = (specifier: string) => {
    if (isOurs(specifier)) return root + specifier
    if (specifier.startsWith('file:///') && isOurs(specifier.slice(7))) {
      return pathToFileURL(root + decodeURIComponent(specifier.slice(7))).href
    }
    return specifier
  }
  internals.registerHooks?.({ resolve: (specifier, context, next) => next(mapped(specifier), context) })
  const resolve = internals._resolveFilename
  internals._resolveFilename = function (this: unknown, specifier, ...rest) {
    return resolve.call(this, mapped(specifier), ...rest)
  }
}
