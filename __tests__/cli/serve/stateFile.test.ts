import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keepState, takeState } from '../../../src/cli/serve/keepState'
import { openStateFile } from '../../../src/cli/serve/stateFile'
import { mockLambda, type MockLambda } from '../../../src/index'

let folder: string
let path: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'lambdouble-state-')))
  path = join(folder, 'state.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** How often a writer is killed. The aim is a hundred; CI has not the time. */
const kills = Number(process.env.LAMBDOUBLE_KILLS ?? 8)

describe('a state file', () => {
  it('is nothing at first, holds what was written last, and is for nobody else', () => {
    const file = openStateFile(folder, 'state.json')
    expect(file.read()).toBeUndefined()
    file.write('{"a":1}')
    file.write('{"a":2}')
    expect(openStateFile(folder, 'state.json').read()).toEqual({ a: 2 })
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(existsSync(`${path}.tmp`)).toBe(false)
  })

  it('is not written again without a change', () => {
    const file = openStateFile(folder, path)
    file.write('{"a":1}')
    const { ino } = statSync(path)
    file.write('{"a":1}')
    expect(statSync(path).ino).toBe(ino)
  })

  it('may be a link, which stays one', () => {
    writeFileSync(join(folder, 'real.json'), '{}')
    symlinkSync('real.json', path)
    openStateFile(folder, path).write('{"a":1}')
    expect(readFileSync(join(folder, 'real.json'), 'utf8')).toBe('{"a":1}')
  })

  it('that is broken is named, with what to do, and stays as it is', () => {
    writeFileSync(path, '{"a":')
    expect(() => openStateFile(folder, path).read()).toThrow(
      new RegExp(`^The state file ${path} is broken: it is no JSON: .* It was left as it is: mend it, move it away`),
    )
    expect(readFileSync(path, 'utf8')).toBe('{"a":')
  })

  it('needs its folder', () => {
    expect(() => openStateFile(folder, 'no/state.json')).toThrow(
      `--state no/state.json: there is no folder ${join(folder, 'no')}.`,
    )
  })

  it(
    'is always the old or the new one, whenever its writer is killed',
    async () => {
      let last = -1
      for (let kill = 0; kill < kills; kill++) {
        const writer = spawn(process.execPath, [
          '-r',
          'esbuild-register',
          join(__dirname, '../../fixtures/cli/writeForEver.ts'),
          path,
        ])
        const gone = new Promise((resolve) => writer.once('exit', resolve))
        await new Promise((resolve) => writer.stdout.once('data', resolve))
        // Somewhere in the midst of a write, each time elsewhere.
        await new Promise((resolve) => setTimeout(resolve, 3 + ((kill * 7) % 23)))
        writer.kill('SIGKILL')
        await gone
        const state = openStateFile(folder, path).read() as { count: number; end: number; filling: string } | undefined
        if (state === undefined) continue
        expect(state.end).toBe(state.count)
        expect(state.filling).toHaveLength(200_000)
        last = Math.max(last, state.count)
      }
      expect(last).toBeGreaterThanOrEqual(0)
    },
    20_000 + kills * 4_000,
  )
})

describe('a double with a state file', () => {
  let lambda: MockLambda
  beforeEach(() => (lambda = mockLambda({ clients: [], region: 'us-east-1' })))
  afterEach(() => lambda.restore())

  it('has what the last one had', () => {
    lambda
      .function('orders', async () => 1)
      .version()
      .alias('live', 1)
    const keeper = keepState(lambda, openStateFile(folder, path), (text) => expect(text).toBe(''))
    keeper.close()
    lambda.reset()
    expect(takeState(lambda, openStateFile(folder, path))).toBe(true)
    expect(lambda.inspection.functions()).toMatchObject([{ name: 'orders', aliases: [{ name: 'live', version: '1' }] }])
  })

  it('is told of a file that is JSON and no state', () => {
    writeFileSync(path, '{"a":1}')
    expect(() => takeState(lambda, openStateFile(folder, path))).toThrow(new RegExp(`^The state file ${path} is broken: `))
    expect(readFileSync(path, 'utf8')).toBe('{"a":1}')
  })

  it('begins anew without one', () => {
    expect(takeState(lambda, openStateFile(folder, path))).toBe(false)
  })

  it('goes on when it cannot be written, and says so', () => {
    const warnings: string[] = []
    const file = {
      ...openStateFile(folder, path),
      write: () => {
        throw new Error('disk full')
      },
    }
    keepState(lambda, file, (text) => warnings.push(text)).close()
    expect(warnings).toEqual([`The state could not be written to ${path}: disk full`])
  })
})
