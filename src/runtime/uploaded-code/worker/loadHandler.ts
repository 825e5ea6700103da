import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Handler } from '../../../state/functionRecord'
import { newRuntimeError } from '../../runtimeError'
import type { WorkerSettings } from '../messages'

type Exports = Readonly<Record<string, unknown>> | null | undefined

/**
 * Finds the function that a Handler names, as Lambda does: `src/app.handler` is `handler` of src/app.js, .mjs or .cjs, and
 * `index.a.b` is `b` of `a`. Rejects with Lambda's own errors (source of the runtime interface client).
 * https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html
 */
export async function loadHandler({ root, handler, profile }: WorkerSettings): Promise<Handler> {
  if (handler.includes('..')) {
    const message = `'${handler}' is not a valid handler name. Use absolute paths when specifying root directories in handler names.`
    throw newRuntimeError('Runtime.MalformedHandlerName', message, profile)
  }
  const last = basename(handler)
  const folder = handler.slice(0, handler.length - last.length)
  const named = /^([^.]*)\.(.*)$/.exec(last)
  if (named === null) throw newRuntimeError('Runtime.MalformedHandlerName', 'Bad handler', profile)

  let exports: Exports
  try {
    exports = await load(root, folder, named[1]!)
  } catch (error) {
    if (error instanceof SyntaxError) {
      // Only the stack says which file and line it is about.
      process.stderr.write(`${error.stack}\n`)
      throw newRuntimeError('Runtime.UserCodeSyntaxError', String(error), profile)
    }
    if ((error as NodeJS.ErrnoException | undefined)?.code === 'MODULE_NOT_FOUND') {
      throw newRuntimeError('Runtime.ImportModuleError', String(error), profile)
    }
    throw error
  }
  const found = named[2]!.split('.').reduce<unknown>((value, name) => (value as Exports)?.[name], exports)
  if (!found) throw newRuntimeError('Runtime.HandlerNotFound', `${handler} is undefined or not exported`, profile)
  if (typeof found === 'function') return found as Handler
  throw newRuntimeError('Runtime.HandlerNotFound', `${handler} is not a function`, profile)
}

/** A file without ending, .js by what package.json says of it, .mjs, .cjs; else whatever Node.js itself finds. */
async function load(root: string, folder: string, module: string): Promise<Exports> {
  const taskRoot = join(root, 'var/task')
  const path = resolve(taskRoot, folder, module)
  const require = createRequire(join(root, 'var/runtime/index.mjs'))
  const load = (file: string) => require(file) as Exports
  if (isFile(path)) return load(path)
  if (isFile(`${path}.js`)) return isEcmaScript(dirname(path), taskRoot) ? importFile(`${path}.js`) : load(`${path}.js`)
  if (isFile(`${path}.mjs`)) return importFile(`${path}.mjs`)
  if (isFile(`${path}.cjs`)) return load(`${path}.cjs`)
  return load(require.resolve(folder === '' ? module : `./${folder}${module}`, { paths: [taskRoot] }))
}

function importFile(path: string): Promise<Exports> {
  return import(pathToFileURL(path).href) as Promise<Exports>
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile()
}

/** Whether the package.json that is nearest says that .js files are ECMAScript modules. */
function isEcmaScript(folder: string, taskRoot: string): boolean {
  const manifest = join(folder, 'package.json')
  if (isFile(manifest)) {
    try {
      return (JSON.parse(readFileSync(manifest, 'utf8')) as { type?: unknown }).type === 'module'
    } catch {
      return false
    }
  }
  return folder !== taskRoot && dirname(folder) !== folder && isEcmaScript(dirname(folder), taskRoot)
}
