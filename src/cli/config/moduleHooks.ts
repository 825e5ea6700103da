/** What the module hooks are started with. */
export interface HookData {
  /** Gets the address of every file of the user's that is loaded. */
  readonly port: unknown
  /** What makes JavaScript of TypeScript; undefined if Node.js does. */
  readonly translator: { readonly name: 'esbuild' | 'typescript'; readonly path: string } | undefined
}

/**
 * Module hooks, which Node.js runs in a thread of their own (module.register, from 20.6 on; they need a file or a text).
 *
 * - A file whose address ends in `?lambdouble=N` hands the ending on to the files of the user's that it imports: one more N, and all of
 *   them are loaded anew, while packages stay.
 * - Relative imports may leave their ending out, and '.js' may stand for '.ts', as TypeScript and bundlers have it.
 * - TypeScript is translated as an ECMAScript module; where it says `require` or `__dirname`, it gets one.
 */
export const moduleHooks = String.raw`
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

let port, translate

export async function initialize({ port: given, translator }) {
  port = given
  if (translator === undefined) return
  const load = createRequire(translator.path)
  if (translator.name === 'esbuild') translate = withEsbuild(load(translator.path))
  else translate = withTypeScript(load(translator.path))
}

const withEsbuild = (esbuild) => async (source, path) => {
  const loader = path.endsWith('x') ? 'tsx' : 'ts'
  try {
    const options = { loader, format: 'esm', target: 'node' + process.versions.node, sourcemap: 'inline', sourcefile: path }
    return (await esbuild.transform(source, options)).code
  } catch (error) {
    const first = error.errors?.[0]
    throw first ? new SyntaxError(path + ':' + first.location?.line + ': ' + first.text) : error
  }
}

const withTypeScript = (ts) => (source, path) => {
  const compilerOptions = {
    module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, jsx: ts.JsxEmit.ReactJSX, inlineSourceMap: true, inlineSources: true,
    esModuleInterop: true, experimentalDecorators: true,
  }
  const { outputText, diagnostics } = ts.transpileModule(source, { fileName: path, compilerOptions, reportDiagnostics: true })
  const first = diagnostics?.[0]
  if (first === undefined) return outputText
  const line = first.file.getLineAndCharacterOfPosition(first.start).line + 1
  throw new SyntaxError(path + ':' + line + ': ' + ts.flattenDiagnosticMessageText(first.messageText, ' '))
}

const endings = ['.ts', '.mts', '.cts', '.tsx', '.js', '.mjs', '.cjs', '.json', '/index.ts', '/index.js', '/index.mjs']

export async function resolve(specifier, context, next) {
  const version = /[?&]lambdouble=(\d+)$/.exec(context.parentURL ?? specifier)?.[1]
  if (version === undefined) return next(specifier, context)
  const found = await find(specifier, context, next)
  if (!found.url.startsWith('file:') || found.url.includes('/node_modules/') || /lambdouble=\d+$/.test(found.url)) return found
  return { ...found, url: found.url + (found.url.includes('?') ? '&' : '?') + 'lambdouble=' + version }
}

async function find(specifier, context, next) {
  try {
    return await next(specifier, context)
  } catch (error) {
    if (!/^(?:\.{1,2}(?:\/|$)|\/|file:)/.test(specifier)) throw error
    const script = /^(.*\.)([cm]?)js$/.exec(specifier)
    const others = script ? [script[1] + script[2] + 'ts'] : endings.map((ending) => specifier.replace(/\/$/, '') + ending)
    for (const other of others) {
      try {
        return await next(other, context)
      } catch {}
    }
    throw error
  }
}

export async function load(url, context, next) {
  if (!/[?&]lambdouble=\d+$/.test(url)) return next(url, context)
  const path = fileURLToPath(url.replace(/[?&]lambdouble=\d+$/, ''))
  port.postMessage(path)
  if (translate === undefined || !/\.[cm]?tsx?$/.test(path)) return next(url, context)
  const code = await translate(await readFile(path, 'utf8'), path)
  return { format: 'module', source: surroundings(code) + code, shortCircuit: true }
}

/** On the first line, so that the others keep their numbers. */
function surroundings(code) {
  const lacks = (name) => new RegExp('\\b' + name + '\\b').test(code) && !new RegExp('\\b(?:const|let|var|function|as)\\s+' + name + '\\b').test(code)
  const isLacking = ['require', '__dirname', '__filename'].filter(lacks)
  if (isLacking.length === 0) return ''
  return [
    "import { createRequire as lambdoubleRequire } from 'node:module';",
    isLacking.includes('require') ? 'const require = lambdoubleRequire(import.meta.url);' : '',
    isLacking.includes('__filename') ? "const __filename = lambdoubleRequire(import.meta.url)('node:url').fileURLToPath(import.meta.url.split('?')[0]);" : '',
    isLacking.includes('__dirname') ? "const __dirname = lambdoubleRequire(import.meta.url)('node:path').dirname(lambdoubleRequire(import.meta.url)('node:url').fileURLToPath(import.meta.url.split('?')[0]));" : '',
  ].join(' ')
}
`
