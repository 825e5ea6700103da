import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const fixtures = join(__dirname, '../fixtures/surroundings')
const vitest = join(__dirname, '../../node_modules/vitest/vitest.mjs')

/** Runs a story in a process of its own: its exit code, and what it has to say if that is not 0. */
async function outcome(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: fixtures, env: { ...process.env, NO_COLOR: '1', ...env } }, (error, stdout, stderr) =>
      resolve(error ? `${error.message}\n${stdout}${stderr}` : 'passed'),
    )
  })
}

/** Jest's tests see copies of `process` and `console`; here are the real ones. */
describe('what handlers see around themselves, and nobody else,', () => {
  it('is right in a plain process', async () => {
    expect(await outcome(['-r', 'esbuild-register', 'plain.ts'])).toBe('passed')
  }, 60_000)

  it('is right in node:test', async () => {
    expect(await outcome(['-r', 'esbuild-register', '--test', 'node.ts'])).toBe('passed')
  }, 60_000)

  it.each(['forks', 'threads', 'vmThreads'])(
    'is right in Vitest, pool %s',
    async (pool) => {
      const cache = mkdtempSync(join(tmpdir(), 'lambdouble-'))
      try {
        expect(await outcome([vitest, 'run', '--pool', pool, '--config', 'vitest.config.mts'], { LAMBDOUBLE_VITE_CACHE: cache })).toBe('passed') // prettier-ignore
      } finally {
        rmSync(cache, { recursive: true })
      }
    },
    60_000,
  )
})
