import { buildSync } from 'esbuild'

/** arktype is an ECMAScript module, which Jest's default mode cannot load: bundled into one that it can. */
function load(): typeof import('arktype') {
  const { outputFiles } = buildSync({
    entryPoints: [require.resolve('arktype')],
    bundle: true,
    format: 'cjs',
    platform: 'node',
    write: false,
  })
  const module = { exports: {} }
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- in this realm, whose arrays and objects it has to know
  new Function('module', 'exports', 'require', outputFiles[0]!.text)(module, module.exports, require)
  return module.exports as never
}

export const { type } = load()
