import { existsSync } from 'node:fs'
import { createUploadedCode } from '../../../src/runtime/uploaded-code/uploadedCode'
import type { Environment } from '../../../src/runtime/environments'
import type { CodeRecord, FunctionRecord } from '../../../src/state/functionRecord'
import { newRequest, newVersion } from '../../support/runtime'
import { zip } from '../../support/zip'

const source = `let n = 0
exports.handler = async (event) => {
  if (event === 'wait') await new Promise((resolve) => setTimeout(resolve, 60_000))
  return { n: ++n, root: process.env.LAMBDA_TASK_ROOT }
}`

function newFunction(index = source) {
  const code: CodeRecord = { sha256: index, size: 1, zip: zip([{ name: 'index.js', content: index }]) }
  const version = Object.assign(newVersion({}, { runtime: 'nodejs22.x', handler: 'index.handler' }), { code })
  const { region, fn } = newRequest(version)
  region.functions.set(fn.name, Object.assign(fn, { versions: new Map() }) as FunctionRecord)
  return { region, fn, version }
}

const environment = (): Environment => ({ logStream: 'stream', warm: false, builtFrom: {} }) as unknown as Environment

function runOf(fn: ReturnType<typeof newFunction>, event: unknown = {}, where = environment()) {
  const rest = {
    profile: 'node22',
    context: {},
    traceHeader: undefined,
    limit: undefined,
    write: () => undefined,
  } as const
  return { ...fn, environment: where, event: JSON.stringify(event), ...rest }
}

const resultOf = (ending: { readonly kind: string; readonly json?: string }) =>
  JSON.parse(ending.json!) as { n: number; root: string }

test('each environment has a worker of its own, all of them one folder, which goes with the last of them', async () => {
  const uploaded = createUploadedCode()
  const fn = newFunction()
  const [one, two] = [environment(), environment()]
  const first = resultOf(await uploaded.run(runOf(fn, {}, one)))
  const second = resultOf(await uploaded.run(runOf(fn, {}, two)))
  expect([first.n, second.n]).toEqual([1, 1])
  expect(second.root).toBe(first.root)
  expect(resultOf(await uploaded.run(runOf(fn, {}, one))).n).toBe(2)
  expect(existsSync(first.root)).toBe(true)
  await uploaded.close()
  expect(existsSync(first.root)).toBe(false)
})

test('a worker of a function that was updated is ended, one at work after its event', async () => {
  const uploaded = createUploadedCode()
  const fn = newFunction()
  const where = environment()
  const { root } = resultOf(await uploaded.run(runOf(fn, {}, where)))
  const running = uploaded.run(runOf(fn, {}, where))
  fn.version.code = { ...fn.version.code }
  uploaded.endStale()
  expect(resultOf(await running).n).toBe(2)
  while (existsSync(root)) await new Promise((resolve) => setTimeout(resolve, 5))
  await uploaded.close()
})

test('a run under way ends with close(), and none begins after it', async () => {
  const uploaded = createUploadedCode()
  const fn = newFunction()
  const where = environment()
  await uploaded.run(runOf(fn, {}, where))
  const running = uploaded.run(runOf(fn, 'wait', where))
  await uploaded.close()
  expect(await running).toMatchObject({ kind: 'exited' })
  expect(await uploaded.run(runOf(fn))).toMatchObject({ kind: 'noStart' })
})

test('what a function throws comes out as it was thrown', async () => {
  const uploaded = createUploadedCode()
  const thrown = async (expression: string) =>
    uploaded.run(runOf(newFunction(`exports.handler = async () => { throw ${expression} }`)))
  expect(await thrown(`'text'`)).toMatchObject({ kind: 'threw', error: 'text' })
  expect(await thrown('42n')).toMatchObject({ error: 42n })
  // The older runtime has this word for an error that is missing.
  expect(await thrown('null')).toMatchObject({ error: 'handled' })
  const ending = await thrown(`Object.assign(new RangeError('no'), { code: 'E1', fn() {} })`)
  expect(ending).toMatchObject({ error: { name: 'RangeError', message: 'no', code: 'E1' } })
  expect(await thrown(`{ toString: () => 'own text' }`)).toMatchObject({ kind: 'threw' })
  await uploaded.close()
})
