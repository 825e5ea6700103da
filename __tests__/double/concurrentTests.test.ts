import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const fixtures = join(__dirname, '../fixtures/concurrent')
const modules = join(__dirname, '../../node_modules')

/** Runs tests in a process of its own, with the setup file of their runner: 'passed', or what it has to say. */
async function outcome(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: fixtures, env: { ...process.env, NO_COLOR: '1', ...env } }, (error, stdout, stderr) =>
      resolve(error ? `${error.message}\n${stdout}${stderr}` : 'passed'),
    )
  })
}

const jestConfig = JSON.stringify({
  rootDir: fixtures,
  testMatch: [join(fixtures, 'concurrent.jest.ts')],
  setupFilesAfterEnv: [join(__dirname, '../../src/jest.ts')],
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

describe('tests that run side by side are kept apart by lambda.isolate', () => {
  it('in Jest, by test.concurrent', async () => {
    expect(await outcome([join(modules, 'jest/bin/jest.js'), '--config', jestConfig])).toBe('passed')
  }, 60_000)

  it('in Vitest, by test.concurrent, and under its fake timers', async () => {
    const cache = mkdtempSync(join(tmpdir(), 'lambdouble-'))
    try {
      const args = [join(modules, 'vitest/vitest.mjs'), 'run', '--config', 'vitest.config.mts']
      expect(await outcome(args, { LAMBDOUBLE_VITE_CACHE: cache })).toBe('passed')
    } finally {
      rmSync(cache, { recursive: true })
    }
  }, 60_000)

  it('in node:test, by its option concurrency', async () => {
    expect(await outcome(['-r', 'esbuild-register', '--test', 'node.ts'])).toBe('passed')
  }, 60_000)
})
