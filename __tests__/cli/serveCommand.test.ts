import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, realpathSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(__dirname, '../..')
let folder: string
let child: ChildProcess | undefined
let text: string

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'lambdouble-serve-')))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
})
afterEach(() => {
  child?.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** Runs the command in the folder; what it prints is in `text`. */
function start(...args: string[]): Promise<number | null> {
  text = ''
  const env = { ...process.env, NO_COLOR: '1', AWS_ENDPOINT_URL_LAMBDA: '', AWS_REGION: 'us-east-1' }
  child = spawn(process.execPath, ['-r', join(root, 'node_modules/esbuild-register'), join(root, 'src/cli.ts'), ...args], {
    cwd: folder,
    env,
  })
  for (const stream of [child.stdout!, child.stderr!]) stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  return new Promise((resolve) => child!.once('exit', resolve))
}

/** Waits for a text, which has to come. */
async function printed(pattern: RegExp): Promise<RegExpExecArray> {
  for (;;) {
    const found = pattern.exec(text)
    if (found !== null) return found
    if (child!.exitCode !== null) throw new Error(`It ended with ${child!.exitCode}, and printed:\n${text}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

async function invoke(name: string, event: unknown = {}): Promise<unknown> {
  const [, endpoint] = await printed(/Lambda is at (\S+)/)
  const reply = await fetch(`${endpoint}/2015-03-31/functions/${name}/invocations`, {
    method: 'POST',
    body: JSON.stringify(event),
  })
  return reply.json()
}

/** As editors do that write a new file and put it in the old one's place. */
function save(name: string, content: string): void {
  writeFileSync(join(folder, `${name}~`), content)
  renameSync(join(folder, `${name}~`), join(folder, name))
}

const config = `
import { answer } from './answer'
enum Kind { Small = 'small' }
export default (lambda: any) => {
  lambda.function('orders', async (event: { id: number }) => ({ id: event.id, answer, kind: Kind.Small })).version().alias('live', 1)
}
`

jest.setTimeout(120_000)

describe('lambdouble serve', () => {
  it('loads TypeScript, takes changes over without losing state, keeps state across runs, and ends in order', async () => {
    save('lambdouble.config.ts', config)
    save('answer.ts', 'export const answer: string = "one"')
    const ended = start('serve', '--port', '0', '--watch', '--state', 'state.json')
    expect(await invoke('orders:live', { id: 7 })).toEqual({ id: 7, answer: 'one', kind: 'small' })
    await printed(/orders\s+us-east-1\s+nodejs24\.x\s+handler\s+1 version, live -> 1/)
    await printed(/Invoke\s+orders:live\s+[\d.]+ ms\s+200/)

    save('answer.ts', 'export const answer: string = "two"')
    await printed(/Loaded .*lambdouble\.config\.ts anew/)
    expect(await invoke('orders:live', { id: 8 })).toMatchObject({ answer: 'two' })

    save('answer.ts', 'export const answer: string = ')
    await printed(/The configuration .* failed\. .*answer\.ts:1: .*\nWhat was there before stays\./)
    expect(await invoke('orders:live', { id: 9 })).toMatchObject({ answer: 'two' })

    const [, endpoint] = await printed(/Lambda is at (\S+)/)
    await fetch(`${endpoint}/2015-03-31/functions/orders/aliases`, {
      method: 'POST',
      body: '{"Name":"next","FunctionVersion":"1"}',
    })
    child!.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(existsSync(join(folder, 'state.json.tmp'))).toBe(false)

    save('answer.ts', 'export const answer: string = "three"')
    const again = start('serve', '--port', '0', '--state', 'state.json')
    expect(await invoke('orders:next', { id: 1 })).toMatchObject({ answer: 'three' })
    child!.kill('SIGINT')
    expect(await again).toBe(0)
  })

  it.each([
    [
      'a configuration that throws',
      'lambdouble.config.mjs',
      '\nexport default () => {\n  nothing.here()\n}',
      /lambdouble\.config\.mjs:3 failed\. ReferenceError: nothing is not defined/,
    ],
    [
      'one that AWS would refuse',
      'lambdouble.config.mjs',
      '\nexport default (lambda) => {\n  lambda.function("a").configure({ Timeout: 9000 })\n}',
      /would refuse.*lambdouble\.config\.mjs:3/,
    ],
    [
      'one without a function',
      'lambdouble.config.cjs',
      'module.exports = { orders: 1 }',
      /lambdouble\.config\.cjs has no function as its default export: write export default defineConfig/,
    ],
  ])('names the place of %s, and ends with 2', async (_, name, content, message) => {
    save(name, content)
    expect(await start('serve', '--port', '0')).toBe(2)
    expect(text).toMatch(message)
  })
})
