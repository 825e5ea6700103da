import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createContractCommand } from '../../src/cli/contractCommand'
import type { LoadModule } from '../../src/cli/loadModule'
import { runCommand } from '../../src/cli/runCommand'
import { createVerifyCommand } from '../../src/cli/verifyCommand'
import { UsageError } from '../../src/errors/usageError'
import { writeContract } from '../../src/contract'
import { createOrder } from '../contracts/orders'
import { contractOf, schemas } from '../contracts/schemas'

const outOfStock = Object.assign(new Error('none left'), { name: 'OutOfStock' })
let stock = 1
const good = async () => {
  if (stock === 0) throw outOfStock
  return { orderId: 'x', items: [{ sku: 'a' }] }
}
const states = {
  'no stock': () => {
    stock = 0
    return () => (stock = 1)
  },
}
const modules: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  './handlers.ts': { 'orders-create': good, states },
  './bad.ts': { 'orders-create': async () => 1, states },
  './stateless.ts': { 'orders-create': good },
  './states.ts': states,
  './contracts.ts': { createOrder, other: contractOf(schemas.zod), more: 7 },
  './empty.ts': {},
}
const load: LoadModule = (file) =>
  modules[file] === undefined
    ? Promise.reject(new UsageError(`The module ${file} cannot be loaded`))
    : Promise.resolve(modules[file])

let cwd: string
beforeEach(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'lambdouble-cli-'))
  await writeContract(createOrder, join(cwd, 'contracts'))
})
afterEach(() => rmSync(cwd, { recursive: true }))

async function run(...argv: string[]) {
  const printed: string[] = []
  const print = (text: string) => void printed.push(text)
  const terminal = { cwd, env: {}, colour: false, print, warn: print, ended: () => Promise.resolve() }
  const code = await runCommand(
    { commands: [createVerifyCommand(load), createContractCommand(load)], version: '1.2.3' },
    argv,
    terminal,
  )
  return { code, text: printed.join('\n') }
}

describe('lambdouble verify', () => {
  it('prints what passed and ends with 0', async () => {
    expect(await run('verify', 'contracts/*.json', '--handlers', './handlers.ts')).toEqual({
      code: 0,
      text: [
        'checkout -> orders: orders-create',
        '  ok   new order',
        '  ok   none left (given no stock)',
        '',
        '2 examples: 2 passed, 0 failed',
      ].join('\n'),
    })
    expect((await run('verify', 'contracts/*.json', '--handlers', './stateless.ts', '--states', './states.ts')).code).toBe(0)
  })

  it('ends with 1 for a breach, and writes the report for CI', async () => {
    const { code, text } = await run(
      'verify',
      'contracts/*.json',
      '--handlers',
      './bad.ts',
      '--reporter',
      'junit',
      '--out',
      'out/report.xml',
    )
    expect(code).toBe(1)
    expect(text).toContain('2 examples: 0 passed, 2 failed')
    expect(readFileSync(join(cwd, 'out/report.xml'), 'utf8')).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites name="lambdouble" tests="2" failures="2"/,
    )
    const json = await run('verify', 'contracts/*.json', '--handlers', './bad.ts', '--reporter', 'json')
    expect(JSON.parse(json.text)).toMatchObject({ kind: 'verification', failed: 2 })
  })

  it.each<[string, readonly string[], string]>([
    ['without contracts', ['--handlers', './handlers.ts'], 'lambdouble verify needs contracts'],
    ['without handlers', ['contracts/*.json'], 'needs --handlers'],
    ['with no such file', ['none/*.json', '--handlers', './handlers.ts'], 'No contract is at'],
    ['with a module that is not there', ['contracts/*.json', '--handlers', './no.ts'], 'The module ./no.ts cannot be loaded'],
    ['without the handler', ['contracts/*.json', '--handlers', './empty.ts'], 'states does not have'],
    ['without a state', ['contracts/*.json', '--handlers', './stateless.ts'], "is given 'no stock', which states does not have."],
    [
      'with a mistyped reporter',
      ['contracts/*.json', '--handlers', './handlers.ts', '--reporter', 'juni'],
      'Did you mean junit?',
    ],
  ])('ends with 2 %s', async (_, argv, message) => {
    const { code, text } = await run('verify', ...argv)
    expect(text).toContain(message)
    expect(code).toBe(2)
  })

  it('ends with 2 for a file that is no contract', async () => {
    writeFileSync(join(cwd, 'contracts/x.json'), '{')
    const { code, text } = await run('verify', 'contracts/*.json', '--handlers', './handlers.ts')
    expect([code, text]).toEqual([2, expect.stringContaining('contracts/x.json:1:2: expected the name of a member')])
  })
})

describe('lambdouble contract', () => {
  it('writes what a module exports, and checks it', async () => {
    expect((await run('contract', 'write', './contracts.ts', '--dir', 'c', '--check')).code).toBe(2)
    const { code, text } = await run('contract', 'write', './contracts.ts', '--dir', 'c')
    expect([code, text.split('\n').map((line) => line.replace(/: .*\//, ': '))]).toEqual([
      0,
      ['written: checkout-orders.orders-create.json', 'written: checkout-orders.orders-create.json'],
    ])
  })

  it('checks what is there', async () => {
    expect(await run('contract', 'write', './empty.ts')).toMatchObject({
      code: 2,
      text: expect.stringContaining('exports no contract'),
    })
    await run('contract', 'write', './contracts.ts')
    const { code, text } = await run('contract', 'write', './contracts.ts', '--check')
    expect([code, text]).toEqual([2, expect.stringContaining('is not what the contract says: write it again')])
  })

  it('lists what changed, and ends with 1 if it breaks a side that counts', async () => {
    const [old, now] = ['contracts/checkout-orders.orders-create.json', 'new.json']
    const text = readFileSync(join(cwd, old), 'utf8')
    writeFileSync(join(cwd, now), text.replace('"required": [\n        "orderId",\n', '"required": [\n'))
    const diff = await run('contract', 'diff', old, now)
    expect(diff).toMatchObject({
      code: 1,
      text: expect.stringContaining('breaks the consumer: response $.orderId was required, is optional'),
    })
    expect((await run('contract', 'diff', old, now, '--for', 'provider')).code).toBe(0)
    expect((await run('contract', 'diff', old, old)).code).toBe(0)
    expect((await run('contract', 'diff', old)).code).toBe(2)
    expect((await run('contract', 'diff', old, now, '--for', 'all')).code).toBe(2)
    expect(await run('contract', 'dif')).toMatchObject({ code: 2, text: expect.stringContaining("Did you mean 'diff'?") })
  })
})
