/**
 * What importing the double adds to a test file that imports the SDK anyway, against aws-sdk-client-mock. Every figure comes from a
 * fresh process, the variants in turn. Run: npm run bench, or after a build `node -r esbuild-register benchmarks/coldImport.ts [rounds]`.
 */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { median } from './median'

const rounds = Number(process.argv[2] ?? 25)

type Format = 'ESM' | 'CommonJS'

/** A package: how its double is put up, and how it comes to answer an Invoke. */
const packages = {
  lambdouble: {
    first: '({ mockLambda }) => mockLambda()',
    answer: "(lambda) => lambda.function('orders', async () => ({ ok: true }))",
  },
  'aws-sdk-client-mock': {
    first: '({ mockClient }, { LambdaClient }) => mockClient(LambdaClient)',
    answer: '(mock, { InvokeCommand }) => mock.on(InvokeCommand).resolves({ StatusCode: 200 })',
  },
}

interface Figures {
  /** Milliseconds for the SDK. */
  readonly sdk: number
  /** Milliseconds for the package, after the SDK. */
  readonly added: number
  /** Milliseconds for putting up the first double after that. */
  readonly first: number
  /** Milliseconds for the first answer to an Invoke after that, with what the SDK itself does at its first request. */
  readonly invoked: number
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
    const mock = (${packages[name].first})(double, sdk)
    const first = performance.now()
    ;(${packages[name].answer})(mock, sdk)
    new sdk.LambdaClient({ region: 'us-east-1' }).send(new sdk.InvokeCommand({ FunctionName: 'orders' })).then(() => {
      const invoked = performance.now()
      console.log(JSON.stringify({ sdk: loaded - start, added: added - loaded, first: first - added, invoked: invoked - first }))
    })`
  const type = format === 'ESM' ? 'module' : 'commonjs'
  const output = execFileSync(process.execPath, [`--input-type=${type}`, '--no-warnings', '--eval', script], {
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
  const upTo = (name: keyof typeof packages, ...figures: (keyof Figures)[]) =>
    figures.reduce((sum, figure) => sum + of(name, figure), 0)
  const line = (what: string, ...figures: (keyof Figures)[]) => {
    const [ours, peers] = [upTo('lambdouble', ...figures), upTo('aws-sdk-client-mock', ...figures)]
    console.log(`    ${what.padEnd(22)}${ours.toFixed(1)} against ${peers.toFixed(1)}: ${(ours / peers).toFixed(2)}`)
  }
  console.log(
    `  ${format}: @aws-sdk/client-lambda alone ${of('lambdouble', 'sdk').toFixed(1)}; after it, lambdouble against aws-sdk-client-mock`,
  )
  line('imported', 'added')
  line('the first double', 'added', 'first')
  line('the first Invoke', 'added', 'first', 'invoked')
}
console.log('  aim: imported at most 0.35 of what aws-sdk-client-mock takes')
