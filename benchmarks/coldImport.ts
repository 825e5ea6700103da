/**
 * What importing the double adds to a test file that imports the SDK anyway, against aws-sdk-client-mock. Every figure comes from a
 * fresh process, the variants in turn. Run: npm run bench, or after a build `node -r esbuild-register benchmarks/coldImport.ts [rounds]`.
 */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { median } from './median'

const rounds = Number(process.argv[2] ?? 25)

type Format = 'ESM' | 'CommonJS'

/** A package, and how its double is put up. */
const packages = {
  lambdouble: '({ mockLambda }) => mockLambda()',
  'aws-sdk-client-mock': '({ mockClient }, { LambdaClient }) => mockClient(LambdaClient)',
}

interface Figures {
  /** Milliseconds for the SDK. */
  readonly sdk: number
  /** Milliseconds for the package, after the SDK. */
  readonly added: number
  /** Milliseconds for putting up the first double after that. */
  readonly first: number
}

function measure(name: keyof typeof packages, format: Format): Figures {
  const load =
    format === 'ESM' ? (specifier: string) => `await import('${specifier}')` : (specifier: string) => `require('${specifier}')`
  const script = `
    const start = performance.now()
    const sdk = ${load('@aws-sdk/client-lambda')}
    const loaded = performance.now()
    const double = ${load(name)}
    const added = performance.now()
    ;(${packages[name]})(double, sdk)
    const first = performance.now()
    console.log(JSON.stringify({ sdk: loaded - start, added: added - loaded, first: first - added }))`
  const type = format === 'ESM' ? 'module' : 'commonjs'
  const output = execFileSync(process.execPath, [`--input-type=${type}`, '--eval', script], {
    cwd: join(__dirname, '..'),
    encoding: 'utf8',
  })
  return JSON.parse(output) as Figures
}

const variants = (['ESM', 'CommonJS'] as const).flatMap((format) =>
  (Object.keys(packages) as (keyof typeof packages)[]).map((name) => ({ name, format, figures: [] as Figures[] })),
)
for (let round = 0; round < rounds; round++) {
  for (const variant of round % 2 === 0 ? variants : [...variants].reverse())
    variant.figures.push(measure(variant.name, variant.format))
}

console.log(`Cold import, Node ${process.version}, medians of ${rounds} fresh processes each, milliseconds`)
for (const format of ['ESM', 'CommonJS'] as const) {
  const of = (name: keyof typeof packages, figure: keyof Figures) =>
    median(
      variants.find((variant) => variant.name === name && variant.format === format)!.figures.map((figures) => figures[figure]),
    )
  const [ours, peers] = [of('lambdouble', 'added'), of('aws-sdk-client-mock', 'added')]
  const [oursReady, peersReady] = [ours + of('lambdouble', 'first'), peers + of('aws-sdk-client-mock', 'first')]
  console.log(`  ${format}: @aws-sdk/client-lambda alone ${of('lambdouble', 'sdk').toFixed(1)}`)
  console.log(`    + lambdouble           ${ours.toFixed(1)}, with the first mockLambda() ${oursReady.toFixed(1)}`)
  console.log(`    + aws-sdk-client-mock  ${peers.toFixed(1)}, with the first mockClient() ${peersReady.toFixed(1)}`)
  console.log(
    `    ratio                  ${(ours / peers).toFixed(2)} (aim: at most 0.35), to the first double ${(oursReady / peersReady).toFixed(2)}`,
  )
}
