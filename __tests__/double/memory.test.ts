import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

interface Growth {
  readonly calls: number
  readonly full: number
  readonly reset: number
}

const root = join(__dirname, '../..')
const megabyte = 1_000_000

/** In a process of its own, where nobody else allocates. */
async function measured(calls: number, sdkCalls: number): Promise<Readonly<Record<string, Growth>>> {
  const args = ['--expose-gc', '-r', 'esbuild-register', 'benchmarks/memory.ts', String(calls), String(sdkCalls)]
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root })
  return JSON.parse(stdout) as Readonly<Record<string, Growth>>
}

it('a double remembers as many calls as it was told, and after a reset none', async () => {
  const { remembering1000, rememberingNone, sdkRemembering1000 } = await measured(100_000, 2_000)
  // A call of 1 kB that is remembered, with its run and its answer of 1 kB, takes some 8 kB.
  expect(remembering1000!.calls).toBe(100_000)
  expect(remembering1000!.full).toBeLessThan(12 * megabyte)
  expect(sdkRemembering1000!.full).toBeLessThan(14 * megabyte)
  expect(rememberingNone!.full).toBeLessThan(megabyte + 64 * rememberingNone!.calls)
  for (const { reset } of [remembering1000!, rememberingNone!, sdkRemembering1000!]) expect(reset).toBeLessThan(megabyte)
}, 600_000)
