import { isUsageError, UsageError } from '../../errors/usageError'
import type { LambdaConfig } from '../../double/defineConfig'
import { errorText } from '../errorText'
import type { Importer } from './importer'

/** The function that a configuration exports. Throws a UsageError that names the file and the line if it cannot be had. */
export async function loadConfig(file: string, importer: Importer): Promise<LambdaConfig> {
  let exports: { readonly default?: unknown }
  try {
    exports = (await importer.load(file)) as typeof exports
  } catch (error) {
    throw configFault(file, error)
  }
  // A CommonJS module that was compiled from an ECMAScript module has its default export in a member.
  const nested = (exports.default as { readonly default?: unknown } | undefined)?.default
  const config = typeof exports.default === 'function' ? exports.default : nested
  if (typeof config === 'function') return config as LambdaConfig
  throw new UsageError(`${file} has no function as its default export: write export default defineConfig((lambda) => { ... }).`)
}

/** What went wrong in a configuration, with its place. */
export function configFault(file: string, error: unknown): Error {
  if (isUsageError(error)) return error
  const { name = 'Error', message = String(error), stack = '' } = (error ?? {}) as Partial<Error>
  const text = errorText({ message })
  const what = name === 'Error' ? text : `${name}: ${text}`
  // Who translates TypeScript says where it failed.
  const place = text.startsWith('/') ? file : (placeIn(stack) ?? file)
  return new UsageError(`The configuration ${place} failed. ${what}`, { cause: error })
}

/** The first line of a stack that is of a file which this loader has read, or the one that a syntax error begins with. */
function placeIn(stack: string): string | undefined {
  const found =
    /^file:\/\/(\S+?)\?lambdouble=\d+(:\d+)$/m.exec(stack) ??
    /\(?(?:file:\/\/)?([^\s()]+?)\?lambdouble=\d+(:\d+)(?::\d+)?\)?$/m.exec(stack)
  if (found !== null) return `${found[1]}${found[2]}`
  // With a source map there is no version.
  const mapped = stack
    .split('\n')
    .flatMap((line) => /^\s*at .*?\(?(?:file:\/\/)?((?:\/|[A-Za-z]:[\\/])[^()]*\.[cm]?[jt]sx?:\d+):\d+\)?$/.exec(line)?.[1] ?? [])
  return mapped.find((place) => !/[\\/]node_modules[\\/]|[\\/]dist[\\/]cli\.mjs/.test(place))
}
