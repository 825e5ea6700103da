/**
 * Builds dist from the entries that package.json's "exports" (and "bin") name: dist/orders.cjs is made from src/orders.ts.
 * A new entry is a new key there, and nothing here.
 *
 * All code is CommonJS, so that much of it can be read late (rollup.later.mjs), and so that a process which imports here and requires
 * there has one lambdouble. The ECMAScript modules stand before it: dist/orders.mjs hands on what dist/orders.cjs exports.
 */
import { readFileSync, rmSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { isAbsolute, resolve } from 'node:path'
import { dts } from 'rollup-plugin-dts'
import esbuild from 'rollup-plugin-esbuild'
import { chunksFor, readLater } from './rollup.later.mjs'

const manifest = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'))
const peers = Object.keys(manifest.peerDependencies ?? {})

/** The files of src behind what package.json promises below dist. */
function entries(...promises) {
  const names = JSON.stringify(promises).match(/(?<=\.\/dist\/)[\w-]+(?=\.[cm]js")/g)
  return Object.fromEntries(names.map((name) => [name, `src/${name}.ts`]))
}

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

/** A warning of Rollup's, such as an import cycle or a type that users could not name, is a fault of the package. */
function onLog(level, log, report) {
  // Chunks that are read late may need those that read them, which are there by then.
  if (log.code === 'CIRCULAR_CHUNK') return
  if (level === 'warn') throw new Error(log.message)
  report(level, log)
}

const clean = { name: 'clean', buildStart: () => rmSync('dist', { recursive: true, force: true }) }

/**
 * The declarations for ECMAScript modules are those for CommonJS under another name. As two copies, a program that mixes both
 * would have two of every type, and the matchers of the one would clash with those of the other.
 */
const twins = {
  name: 'twins',
  generateBundle(_, bundle) {
    for (const { isEntry, name } of Object.values(bundle)) {
      if (isEntry) this.emitFile({ type: 'asset', fileName: `${name}.d.mts`, source: `export * from './${name}.cjs'\n` })
    }
  },
}

/** Source maps carry their sources, as src is not published. */
const code = { dir: 'dist', sourcemap: true, externalLiveBindings: false, generatedCode: { preset: 'es2015' } }
const named = (extension) => ({ entryFileNames: `[name].${extension}`, chunkFileNames: `chunks/[name]-[hash].${extension}` })
/** AWS's tables as JSON in a string, which Node reads faster than an object literal, and for which a source map is of no use. */
const tables = {
  name: 'tables',
  transform(source, id) {
    if (!/[\\/]model[\\/](operations|shapes)\.ts$/.test(id)) return null
    const [, name, table] = /^export const (\w+)[^=]*= (\{\n[^]*^\})$/m.exec(source)
    const json = JSON.stringify(new Function(`return ${table}`)())
    return { code: `export const ${name} = /* @__PURE__ */ JSON.parse(${JSON.stringify(json)})`, map: { mappings: '' } }
  },
}

const translate = esbuild({ target: 'node20', tsconfig: 'tsconfig.json' })

/**
 * The entries that take part of a package which the test imports as well. It has to be the same copy, so they import it themselves.
 * Jest is none of them: it answers an import and a require of @jest/globals with the same.
 */
const atPackages = ['sinon', 'vitest']
/** Where dist has what such an entry imports: `./matchers` is an entry itself, anything else is handed out by a file of its own. */
const placeOf = (path) => (path.includes('/') ? `chunks/${path.replaceAll('/', '-')}` : path)
const imported = atPackages
  .flatMap((entry) => [...readFileSync(`src/${entry}.ts`, 'utf8').matchAll(/^import \{[^}]*\} from '\.\/(.*\/.*)'$/gm)])
  .map(([, path]) => path)
const handedOut = Object.fromEntries([...imported, 'errors/missingPeer'].map((path) => [placeOf(path), `src/${path}.ts`]))
const atHand = {
  name: 'at-hand',
  resolveId: (id, importer) =>
    importer && id.startsWith('./') ? { id: `./${placeOf(id.slice(2))}.cjs`, external: 'absolute' } : null,
}

/**
 * A required entry says in a sentence that its package is missing (src/errors/missingPeer.ts). An imported one cannot: Node.js finds all
 * that is imported before a line of it runs, and an `await import()` at its head would close it to `require` and to bundlers for CommonJS.
 */
const saysWhatIsMissing = {
  name: 'says-what-is-missing',
  renderChunk: (code, { isEntry, name }) =>
    isEntry && [...atPackages, 'jest'].includes(name)
      ? { code: code.replace(/^const (\w+) = (require\('([^.'][^']*)'\));$/m, orMissing), map: null }
      : null,
}

/** On the line where the `require` was, so that the source map stays right. */
const orMissing =
  "let $1; try { $1 = $2 } catch (error) { throw require('./chunks/errors-missingPeer.cjs').missingPeer('$3', error) }"

/** The ECMAScript modules before the others. */
const fronts = {
  name: 'fronts',
  generateBundle(_, bundle) {
    for (const { isEntry, name, exports } of Object.values(bundle)) {
      if (!isEntry || atPackages.includes(name) || name in handedOut) continue
      const front = exports.length === 0 ? `import './${name}.cjs'` : `export { ${exports.join(', ')} } from './${name}.cjs'`
      const head = name in entries(manifest.bin) ? '#!/usr/bin/env node\n' : ''
      this.emitFile({ type: 'asset', fileName: `${name}.mjs`, source: `${head}${front}\n` })
    }
  },
}

/**
 * What is imported late is required late: the modules that Jest runs in its default mode cannot import. The command can, and has to:
 * the configurations that it loads may be of either kind.
 */
const commandImports = {
  name: 'command-imports',
  renderDynamicImport: ({ moduleId }) => (/[\\/]cli[\\/]config[\\/]/.test(moduleId) ? { left: 'import(', right: ')' } : null),
}

export default [
  {
    input: { ...entries(manifest.exports, manifest.bin), ...handedOut },
    external,
    onLog,
    plugins: [clean, tables, translate, commandImports, readLater, saysWhatIsMissing, fronts],
    output: {
      ...{ ...code, ...named('cjs'), format: 'cjs', exports: 'named', interop: 'auto', dynamicImportInCjs: false },
      ...{ manualChunks: chunksFor(resolve('src/index.ts')), onlyExplicitManualChunks: true, hoistTransitiveImports: false },
    },
  },
  {
    input: Object.fromEntries(atPackages.map((entry) => [entry, `src/${entry}.ts`])),
    external,
    onLog,
    plugins: [atHand, translate],
    output: { ...code, ...named('mjs'), format: 'es' },
  },
  {
    input: entries(manifest.exports),
    external: externalTypes,
    onLog,
    plugins: [dts({ tsconfig: 'tsconfig.json' }), twins],
    output: { ...named('d.cts'), dir: 'dist', format: 'es' },
  },
]
