import { InvokeCommand, LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda'
import { XMLParser } from 'fast-xml-parser'
import {
  apiContract,
  jsonReport,
  junitReport,
  mergeApiContracts,
  textReport,
  verifyContract,
  type ApiReport,
  type ContractBreach,
  type Report,
} from '../../../src/contract'
import { mockLambda } from '../../../src/index'
import { operations } from '../../../src/model/operations'
import { createOrder } from '../orders'

const parsed = async (report: Report) =>
  new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' }).parse(await junitReport(report)) as any

async function verification(): Promise<Report> {
  const handler = async () => ({ orderId: '<7> & "\u0001"', items: [{ sku: 'b' }] })
  const error = (await verifyContract(createOrder, handler, { states: { 'no stock': () => undefined } }).catch(
    (error: unknown) => error,
  )) as ContractBreach
  return error.report!
}

describe('the report of a verification', () => {
  it('is text for people', async () => {
    expect(textReport(await verification()).replace(/\.ts:\d+/g, '.ts:1')).toBe(`checkout -> orders: orders-create
  FAIL new order
       Contract 'checkout -> orders: orders-create' / 'new order' / response
         at $.items[0].sku  expected "a" as in the example, got "b" (string)
         event: {"qty":1,"sku":"a"}
         change: __tests__/contracts/orders.ts:1
  FAIL none left (given no stock)
       Contract 'checkout -> orders: orders-create' / 'none left' / error
         at $  expected the error OutOfStock, got {"orderId":"<7> & \\"\\u0001\\"","items":[{"sku":"b"}]} (object)
         event: {"qty":1,"sku":"b"}
         change: __tests__/contracts/orders.ts:1

2 examples: 0 passed, 2 failed`)
  })

  it('is JSON for tools, the same bytes each time', async () => {
    const [once, twice] = [jsonReport(await verification()), jsonReport(await verification())]
    expect(twice).toBe(once)
    expect(JSON.parse(once)).toEqual(JSON.parse(JSON.stringify(await verification())))
  })

  it('is JUnit XML for CI, whatever the values hold', async () => {
    const { testsuites } = await parsed(await verification())
    expect(testsuites).toMatchObject({ tests: '2', failures: '2', skipped: '0' })
    expect(testsuites.testsuite.name).toBe('checkout -> orders: orders-create')
    expect(testsuites.testsuite.testcase.map(({ name }: { name: string }) => name)).toEqual(['new order', 'none left'])
    expect(testsuites.testsuite.testcase[1].failure.message).toContain('at $  expected the error OutOfStock')
  })
})

describe('apiContract', () => {
  it('tells what was exercised and which errors were never shown, over resets', async () => {
    const lambda = mockLambda()
    const client = new LambdaClient({ maxAttempts: 2 })
    const invoke = () => client.send(new InvokeCommand({ FunctionName: 'orders', LogType: 'Tail' })).catch(() => undefined)
    lambda.on('Invoke').throttles().once()
    lambda.on('Invoke').drops('ECONNRESET').once()
    await invoke()
    lambda.reset()
    await invoke()
    await client.send(new ListFunctionsCommand({ MaxItems: 1 }))
    const report = apiContract(lambda)
    const [invocations, lists] = report.operations
    expect(report.operations.map(({ operation }) => operation)).toEqual(['Invoke', 'ListFunctions'])
    expect(report.unexercised).toHaveLength(Object.keys(operations).length - 2)
    expect(invocations).toMatchObject({
      calls: 3,
      members: { used: ['FunctionName', 'LogType'] },
      errors: { shown: ['ResourceNotFoundException', 'TooManyRequestsException'] },
      otherFailures: ['ECONNRESET'],
      functionErrorShown: false,
    })
    expect(invocations!.errors.neverShown).toContain('ServiceException')
    expect(lists).toMatchObject({ members: { used: ['MaxItems'], unused: ['FunctionVersion', 'Marker', 'MasterRegion'] } })
    expect(report.errors).toEqual({ shown: 2, all: operations.Invoke.errors.length + operations.ListFunctions.errors.length })
    expect(apiContract(lambda.calls()).operations.map(({ calls }) => calls)).toEqual([1, 1])

    expect(textReport(report)).toMatch(
      /^Lambda API: 2 operations exercised, \d+ not; 2 of \d+ modelled errors shown to the code under test\n\nInvoke: 3 attempts, 2 of \d+ errors shown\n/,
    )
    expect(textReport(report)).toContain('  never shown:        a FunctionError, CodeArtifact')
    const { testsuites } = await parsed(report)
    expect(testsuites.testsuite.map(({ name }: { name: string }) => name)).toEqual(['Invoke', 'ListFunctions'])
    const { testcase } = testsuites.testsuite[0]
    expect(testcase.find(({ name }: { name: string }) => name === 'TooManyRequestsException')).not.toHaveProperty('skipped')
    expect(testcase.find(({ name }: { name: string }) => name === 'ServiceException').skipped.message).toBe(
      'never shown to the code under test',
    )
    lambda.restore()
  })

  it('knows a FunctionError when the code under test was shown one', async () => {
    const lambda = mockLambda()
    lambda.function('orders').throws(new Error('boom'))
    await new LambdaClient().send(new InvokeCommand({ FunctionName: 'orders' }))
    expect(apiContract(lambda).operations[0]!.functionErrorShown).toBe(true)
    lambda.restore()
  })

  it('refuses what is no double', () => {
    expect(() => apiContract({})).toThrow('apiContract(lambda) needs the object that mockLambda() returned')
  })
})

describe('mergeApiContracts', () => {
  const seen = async (name: 'ServiceException' | 'ECONNRESET', input: object) => {
    const lambda = mockLambda()
    if (name === 'ECONNRESET') lambda.on('Invoke').drops(name)
    else lambda.on('Invoke').fails(name)
    await new LambdaClient({ maxAttempts: 1 })
      .send(new InvokeCommand({ FunctionName: 'orders', ...input }))
      .catch(() => undefined)
    lambda.restore()
    return JSON.parse(jsonReport(apiContract(lambda))) as ApiReport
  }

  it('makes one report of those of several processes: what one has shown is shown', async () => {
    const reports = [await seen('ServiceException', { LogType: 'Tail' }), await seen('ECONNRESET', { Qualifier: '1' })]
    const merged = mergeApiContracts(reports)
    expect(merged.operations).toMatchObject([
      {
        operation: 'Invoke',
        calls: 2,
        members: { used: ['FunctionName', 'LogType', 'Qualifier'] },
        errors: { shown: ['ServiceException'] },
        otherFailures: ['ECONNRESET'],
        functionErrorShown: false,
      },
    ])
    expect(mergeApiContracts([merged, ...reports]).errors).toEqual(merged.errors)
    expect(mergeApiContracts([reports[0]!])).toEqual(reports[0])
    expect(mergeApiContracts([]).operations).toEqual([])
  })

  it.each([
    ['no list', {}, 'needs a list'],
    ['another report', [{ kind: 'verification' }], 'reports[0] is not what apiContract(...) returns'],
    ['half a report', [{ kind: 'api', operations: [{ operation: 'Invoke' }] }], 'reports[0] is not'],
  ])('refuses %s', (_, reports, text) => {
    expect(() => mergeApiContracts(reports as never)).toThrow(text)
  })
})
