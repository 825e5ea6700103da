import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { quoted } from './quoted'

/** Where the bundle is kept, relative to the repository. */
export const pageFile = 'src/adapters/http/admin/pageFiles.ts'

/** The page's files, as a module that exports them by name. */
export function pageModule(): string {
  const root = join(__dirname, '..')
  const { outputFiles } = buildSync({
    entryPoints: [join(root, 'page/main.ts')],
    absWorkingDir: root,
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    tsconfig: join(root, 'page/tsconfig.json'),
    charset: 'utf8',
    // Comments that name files would differ from machine to machine.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
  })
  const read = (name: string) => readFileSync(join(root, 'page', name), 'utf8')
  return [
    '/** The page at /_lambdouble/. Bundled from the folder page by `npm run generate`: change it there. */',
    'export const pageFiles = {',
    `  html: ${quoted(read('index.html'))},`,
    `  css: ${quoted(read('page.css'))},`,
    `  js: ${quoted(outputFiles[0]!.text)},`,
    '} as const\n',
  ].join('\n')
}
