/**
 * Builds dist from the entries that package.json's "exports" (and "bin") name: dist/orders.mjs is made from src/orders.ts.
 * A new entry is a new key there, and nothing here.
 */
import { readFileSync, rmSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { isAbsolute } from 'node:path'
import { dts } from 'rollup-plugin-dts'
import esbuild from 'rollup-plugin-esbuild'

const manifest = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'))
const peers = Object.keys(manifest.peerDependencies ?? {})

/** Every file below dist that package.json promises, as its name in src. */
const entries = [...new Set(JSON.stringify([manifest.exports, manifest.bin ?? {}]).match(/(?<=\.\/dist\/)[\w-]+(?=\.[cm]js")/g))]
const input = Object.fromEntries(entries.map((name) => [name, `src/${name}.ts`]))

/** Nothing of node_modules is bundled, and nothing is imported that package.json does not declare. */
function external(id) {
  if (id.startsWith('.') || isAbsolute(id)) return false
  if (id.startsWith('node:') || peers.some((peer) => id === peer || id.startsWith(`${peer}/`))) return true
  if (builtinModules.includes(id)) throw new Error(`Write 'node:${id}' instead of '${id}'.`)
  throw new Error(`'${id}' is imported, but it is no peer dependency in package.json.`)
}

/** The types stand on their own, so that no version of the SDK, old or new, clashes with them. */
function externalTypes(id) {
  if (/^@(aws-sdk|smithy)\//.test(id))
    throw new Error(`A declaration imports '${id}'. Types that users see have to be structural.`)
  return external(id)
}

const clean = { name: 'clean', buildStart: () => rmSync('dist', { recursive: true, force: true }) }

/** Source maps carry their sources, as src is not published. */
const code = { dir: 'dist', sourcemap: true, externalLiveBindings: false, generatedCode: { preset: 'es2015' } }

export default [
  {
    input,
    external,
    plugins: [clean, esbuild({ target: 'node20', tsconfig: 'tsconfig.json' })],
    output: [
      { ...code, format: 'es', entryFileNames: '[name].mjs', chunkFileNames: 'chunks/[name]-[hash].mjs' },
      {
        ...code,
        format: 'cjs',
        exports: 'named',
        interop: 'auto',
        entryFileNames: '[name].cjs',
        chunkFileNames: 'chunks/[name]-[hash].cjs',
      },
    ],
  },
  {
    input,
    external: externalTypes,
    plugins: [dts({ tsconfig: 'tsconfig.json' })],
    output: [
      { dir: 'dist', format: 'es', entryFileNames: '[name].d.mts', chunkFileNames: 'chunks/[name]-[hash].d.mts' },
      { dir: 'dist', format: 'es', entryFileNames: '[name].d.cts', chunkFileNames: 'chunks/[name]-[hash].d.cts' },
    ],
  },
]
