import { createRequire } from 'node:module'
import { UsageError } from '../../errors/usageError'
import type { HookData } from './moduleHooks'

/** TypeScript 7 has no compiler for JavaScript to call. */
const lastScripted = 6

/**
 * What makes JavaScript of the user's TypeScript: their own esbuild, also that of tsx, their own TypeScript, or Node.js itself, which knows
 * types but nothing that needs translation, such as enums.
 * @param file where to look from
 */
export function findTranslator(file: string): HookData['translator'] {
  const require = createRequire(file)
  const esbuild = resolved(require, 'esbuild') ?? throughTsx(require)
  if (esbuild !== undefined) return { name: 'esbuild', path: esbuild }
  const typescript = resolved(require, 'typescript')
  if (typescript !== undefined && versionOf(require, 'typescript') <= lastScripted)
    return { name: 'typescript', path: typescript }
  if ((process.features as { readonly typescript?: unknown }).typescript) return undefined
  throw new UsageError(
    `${file} is TypeScript, and this Node.js ${process.versions.node} does not run it by itself: npm install --save-dev esbuild ` +
      '(or typescript, or use Node.js 22.18 or later).',
  )
}

/** tsx brings an esbuild along, which not every package manager puts where others find it. */
function throughTsx(require: NodeJS.Require): string | undefined {
  const tsx = resolved(require, 'tsx/package.json')
  return tsx === undefined ? undefined : resolved(createRequire(tsx), 'esbuild')
}

function resolved(require: NodeJS.Require, name: string): string | undefined {
  try {
    return require.resolve(name)
  } catch {
    return undefined
  }
}

function versionOf(require: NodeJS.Require, name: string): number {
  const { version } = require(`${name}/package.json`) as { readonly version: string }
  return Number.parseInt(version, 10)
}
