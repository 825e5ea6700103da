// Is Lambda called by another process, or another language? It reaches the double over HTTP, by variables of its environment.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { mockLambda } from 'lambdouble'
import 'lambdouble/jest'
import { serve, type Endpoint } from 'lambdouble/server'

const lambda = mockLambda({ region: 'us-east-1' })
let server: Endpoint
beforeAll(async () => {
  server = await serve(lambda)
})
afterAll(() => server.close())

// The code under test: a program of its own.
const program = `
  const { InvokeCommand, LambdaClient } = require('@aws-sdk/client-lambda')
  new LambdaClient()
    .send(new InvokeCommand({ FunctionName: 'orders', Payload: '{"id":7}' }))
    .then((reply) => console.log(reply.Payload.transformToString()))
`

test('a child process calls the double', async () => {
  lambda.function('orders', async (event) => ({ id: event.id, ok: true }))

  const { stdout } = await promisify(execFile)(process.execPath, ['-e', program], {
    env: {
      ...process.env,
      AWS_ENDPOINT_URL_LAMBDA: server.endpoint,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'any',
      AWS_SECRET_ACCESS_KEY: 'any',
    },
  })

  expect(JSON.parse(stdout)).toEqual({ id: 7, ok: true })
  expect(lambda).toHaveInvoked('orders', { id: 7 })
})
