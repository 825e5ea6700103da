// Does something else than your SDK v3 call Lambda: another copy of the SDK, an HTTP client? Through nock, any client is answered.
import { get } from 'node:https'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { mockLambda } from 'lambdouble/nock'
import 'lambdouble/jest'
import nock from 'nock'

const lambda = mockLambda()
// Importing nock switches it on, also for the test files that follow in this process.
afterAll(() => nock.restore())

// The code under test: a health check that knows no SDK.
function listFunctions(): Promise<{ Functions: { FunctionName: string }[] }> {
  return new Promise((resolve, reject) => {
    get('https://lambda.eu-west-1.amazonaws.com/2015-03-31/functions/', (response) => {
      let text = ''
      response.on('data', (piece) => (text += piece)).on('end', () => resolve(JSON.parse(text)))
    }).on('error', reject)
  })
}

test('an HTTP client is answered from the same state as the SDK', async () => {
  lambda.region('eu-west-1').function('orders').returns({ ok: true })

  expect((await listFunctions()).Functions.map((each) => each.FunctionName)).toEqual(['orders'])

  const client = new LambdaClient({ region: 'eu-west-1' })
  const { Payload } = await client.send(new InvokeCommand({ FunctionName: 'orders' }))
  expect(Payload!.transformToString()).toBe('{"ok":true}')
})

test('your own interceptors are left alone', async () => {
  const scope = nock('https://payments.example').get('/health').reply(200, 'fine')
  lambda.function('orders', async () => (await fetch('https://payments.example/health')).text())

  const { Payload } = await new LambdaClient().send(new InvokeCommand({ FunctionName: 'orders' }))

  expect(JSON.parse(Payload!.transformToString())).toBe('fine')
  scope.done()
})
