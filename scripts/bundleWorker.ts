import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { quoted } from './quoted'

/** Where the bundle is kept, relative to the repository. */
export const workerFile = 'src/runtime/uploaded-code/workerText.ts'

/** The worker's modules as one CommonJS text, in a module that exports it. */
export function workerText(): string {
  const root = join(__dirname, '..')
  const { outputFiles } = buildSync({
    stdin: {
      contents: `import { main } from './main'\nvoid main()\n`,
      resolveDir: join(root, 'src/runtime/uploaded-code/worker'),
    },
    absWorkingDir: root,
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    // Comments that name files would differ from machine to machine.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
  })
  const text = outputFiles[0]!.text.trimEnd()
  return (
    '/** Runs uploaded code in a worker. Bundled from worker/main.ts by `npm run generate`: change it there. */\n' +
    `export const workerText =\n  ${quoted(text)}\n`
  )
}
