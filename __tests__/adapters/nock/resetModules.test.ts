import http from 'node:http'
import https from 'node:https'
import { LambdaClient } from '@aws-sdk/client-lambda'
import { mockLambda } from '../../../src/nock'
import { nocks } from '../../support/nocks'

// Two copies of nock 14 that were on together leave these patched when both are off (observed), for the test files that follow too.
const found = [http, https].map((module) => ({ module, request: module.request, get: module.get }))
afterAll(() => {
  for (const { module, request, get } of found) Object.assign(module, { request, get })
})

// In a file of its own: what is loaded afterwards is no longer what the other tests have imported.
it.each(nocks)('what is loaded after jest.resetModules() is answered through %s', async (_, nock) => {
  using lambda = mockLambda({ nock })
  lambda.function('orders').returns({ ok: true })
  jest.resetModules()
  const fresh = jest.requireActual<typeof import('@aws-sdk/client-lambda')>('@aws-sdk/client-lambda')
  expect(fresh.LambdaClient).not.toBe(LambdaClient)
  const { Payload } = await new fresh.LambdaClient().send(new fresh.InvokeCommand({ FunctionName: 'orders' }))
  expect(Payload!.transformToString()).toBe('{"ok":true}')
})

it('a nock that is loaded after jest.resetModules() and switched on does not come in between', async () => {
  using lambda = mockLambda({ nock: nocks[0]![1] })
  lambda.function('orders').returns({ ok: true })
  jest.resetModules()
  const nock = jest.requireActual<typeof import('nock')>('nock')
  try {
    const fresh = jest.requireActual<typeof import('@aws-sdk/client-lambda')>('@aws-sdk/client-lambda')
    const { Payload } = await new fresh.LambdaClient().send(new fresh.InvokeCommand({ FunctionName: 'orders' }))
    expect(Payload!.transformToString()).toBe('{"ok":true}')
  } finally {
    nock.restore()
  }
})
