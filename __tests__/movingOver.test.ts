import { execFile } from 'node:child_process'
import { join } from 'node:path'
import ts from 'typescript'

const fixtures = join(__dirname, 'fixtures/movingOver')
const root = join(__dirname, '..')

/** What stands in for the packages that the suite imports. */
const replacements = { 'aws-sdk-client-mock': 'src/index.ts', 'aws-sdk-client-mock-jest': 'src/jest.ts' }

function jestConfig(moduleNameMapper: Readonly<Record<string, string>>): string {
  const tsconfig = {
    module: 'CommonJS',
    moduleResolution: 'node10',
    isolatedModules: true,
    target: 'ES2022',
    esModuleInterop: true,
  }
  const transform = { '\\.ts$': ['ts-jest', { tsconfig }] }
  return JSON.stringify({ rootDir: fixtures, testMatch: ['**/*.jest.ts'], transform, moduleNameMapper })
}

/** The suite's tests that passed, and the text of those that failed. */
async function outcomes(
  moduleNameMapper: Readonly<Record<string, string>>,
): Promise<{ passed: number; failed: readonly string[] }> {
  const args = [join(root, 'node_modules/jest/bin/jest.js'), '--json', '--config', jestConfig(moduleNameMapper)]
  const { stdout, stderr } = await new Promise<{ stdout: string; stderr: string }>((resolve) => {
    execFile(process.execPath, args, { env: { ...process.env, NO_COLOR: '1' } }, (_, stdout, stderr) =>
      resolve({ stdout, stderr }),
    )
  })
  if (!stdout.includes('{')) throw new Error(stderr)
  const report = JSON.parse(stdout.slice(stdout.indexOf('{'))) as {
    readonly testResults: readonly {
      readonly assertionResults: readonly { status: string; failureMessages: readonly string[] }[]
    }[]
  }
  const results = report.testResults.flatMap((file) => file.assertionResults)
  return {
    passed: results.filter(({ status }) => status === 'passed').length,
    failed: results.flatMap(({ failureMessages }) => failureMessages),
  }
}

/** What the compiler has to say about the suite. */
function typeErrors(paths: Readonly<Record<string, string[]>>): readonly string[] {
  const suite = join(fixtures, 'orderService.jest.ts')
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.esnext.disposable.d.ts'],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    esModuleInterop: true,
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    types: ['node', 'jest'],
    typeRoots: [join(root, 'node_modules/@types')],
    paths,
    pathsBasePath: root,
  }
  const program = ts.createProgram([suite], options)
  return program
    .getSemanticDiagnostics(program.getSourceFile(suite))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}

const ways = [
  ['aws-sdk-client-mock', {}],
  ['lambdouble', replacements],
] as const

describe('a suite in the style of aws-sdk-client-mock', () => {
  it.each(ways)(
    'passes with %s behind its imports',
    async (_, replaced) => {
      const files = Object.entries(replaced).map(([name, file]) => [`^${name}$`, join(root, file)])
      expect(await outcomes(Object.fromEntries(files) as Record<string, string>)).toEqual({ passed: 13, failed: [] })
    },
    60_000,
  )

  it.each(ways)(
    'compiles with %s behind its imports',
    (_, replaced) => {
      const paths = Object.entries(replaced).map(([name, file]) => [name, [file]])
      expect(typeErrors(Object.fromEntries(paths) as Record<string, string[]>)).toEqual([])
    },
    60_000,
  )
})
