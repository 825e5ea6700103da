// A contract as a file, for teams that share no code: one side writes and commits it, the other verifies it in CI.
// Command lines: lambdouble contract write ./contracts.ts --check
//                lambdouble verify 'contracts/*.json' --handlers ./handlers.ts --reporter junit --out report.xml
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineContract, diffContracts, junitReport, readContract, verifyContracts, writeContract } from 'lambdouble/contract'
import * as z from 'zod'

const folder = mkdtempSync(join(tmpdir(), 'contracts-'))
afterAll(() => rmSync(folder, { recursive: true }))

const contractWith = (response: z.ZodType<object>) =>
  defineContract({
    function: 'orders-create',
    consumer: 'checkout',
    provider: 'orders',
    event: z.object({ sku: z.string() }),
    response,
    examples: { 'new order': { event: { sku: 'a' }, response: { orderId: 'o-1' } } },
  })
const createOrder = contractWith(z.object({ orderId: z.string() }))

test('the file is written, is up to date, and is verified with a report', async () => {
  const file = await writeContract(createOrder, folder)
  expect(file).toBe(join(folder, 'checkout-orders.orders-create.json'))
  await writeContract(createOrder, folder, { check: true })

  const report = await verifyContracts(join(folder, '*.json'), { 'orders-create': async () => ({ orderId: 'o-1' }) })
  writeFileSync(join(folder, 'report.xml'), await junitReport(report))
  expect(report).toMatchObject({ passed: 1, failed: 0 })
})

test('a change says whom it breaks', async () => {
  const before = await readContract(await writeContract(createOrder, folder))
  const { changes } = await diffContracts(before, contractWith(z.object({ orderId: z.string().optional() })))
  expect(changes).toMatchObject([{ place: 'response $.orderId', change: 'was required, is optional', breaks: 'consumer' }])
})
