import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const fixtures = join(__dirname, 'fixtures/runners')
const modules = join(__dirname, '../node_modules')

interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly title: string
      readonly status: string
      readonly failureMessages: readonly string[]
    }[]
  }[]
}

/** What a process of its own prints. */
function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<{ stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: fixtures, env: { ...process.env, NO_COLOR: '1', ...env } }, (_, stdout, stderr) =>
      resolve({ stdout, stderr }),
    )
  })
}

/** Runs a test file: title -> 'passed', or the first line of what it failed with. */
async function outcomes(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Record<string, string>> {
  const { stdout, stderr } = await run(args, env)
  const json = stdout.slice(stdout.indexOf('{'))
  if (json === '') throw new Error(stderr)
  const results = (JSON.parse(json) as Report).testResults.flatMap((file) => file.assertionResults)
  const lines = results.map(({ title, status, failureMessages }) => [
    title,
    status === 'passed' ? status : failureMessages.join('\n').split('\n')[0],
  ])
  return { ...Object.fromEntries(lines), restored: String(stderr.match(/restored/g)?.length ?? 0) }
}

async function underVitest(config: string): Promise<Record<string, string>> {
  const cache = mkdtempSync(join(tmpdir(), 'lambdouble-'))
  try {
    const args = [join(modules, 'vitest/vitest.mjs'), 'run', '--reporter=json', '--config', config]
    return await outcomes(args, { LAMBDOUBLE_VITE_CACHE: cache })
  } finally {
    rmSync(cache, { recursive: true })
  }
}

const expected = {
  'knows the matchers': 'passed',
  'shows the text of a matcher': 'Error: ordres was never invoked.',
  'doubts a name under not': "Error: There is no function 'ordres', so nothing is said of it. Did you mean 'orders'?",
  'fails for what the double has to say, after the test': 'Error: Not used: throttles()',
  'begins with a double that was reset': 'passed',
  restored: '1',
}

function jestConfig(testMatch: string, injectGlobals: boolean): string {
  return JSON.stringify({
    rootDir: fixtures,
    testMatch: [join(fixtures, testMatch)],
    injectGlobals,
    setupFilesAfterEnv: [join(__dirname, '../src/jest.ts')],
    transform: {
      '\\.ts$': [
        'ts-jest',
        {
          tsconfig: {
            module: 'CommonJS',
            moduleResolution: 'node10',
            isolatedModules: true,
            target: 'ES2022',
            esModuleInterop: true,
          },
        },
      ],
    },
  })
}

describe('a setup file', () => {
  it.each([
    ['with globals', 'globals.jest.ts', true],
    ['without globals', 'imported.jest.ts', false],
  ])(
    'of Jest %s brings the matchers, verifies and resets after each test, and restores',
    async (_, file, injectGlobals) => {
      const args = [join(modules, 'jest/bin/jest.js'), '--json', '--silent', '--config', jestConfig(file, injectGlobals)]
      expect(await outcomes(args)).toEqual(expected)
    },
    60_000,
  )

  it('of Vitest does the same', async () => {
    expect(await underVitest('vitest.config.mts')).toEqual(expected)
  }, 60_000)
})

describe('the recipes for other runners pass', () => {
  it('in Vitest', async () => {
    const { restored: _, ...results } = await underVitest('recipes.config.mts')
    expect(Object.values(results)).toEqual(['passed', 'passed', 'passed'])
  }, 60_000)

  it('in node:test', async () => {
    const { stdout } = await run(
      ['-r', 'esbuild-register', '--test-reporter=tap', join(__dirname, '../recipes/node-test.ts')],
      {},
    )
    expect(stdout).toMatch(/^# pass 3\n# fail 0$/m)
  }, 60_000)
})
