// Does your code call a function by its URL? fetch reaches it, and everything else of fetch stays as it is.
import { GetFunctionUrlConfigCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { mockLambda } from 'lambdouble'
import 'lambdouble/jest'

const lambda = mockLambda()

async function urlOf(FunctionName: string): Promise<string> {
  const config = await new LambdaClient().send(new GetFunctionUrlConfigCommand({ FunctionName }))
  return config.FunctionUrl! // https://<id>.lambda-url.<region>.on.aws/
}

test('a function answers HTTP requests', async () => {
  lambda
    .function('orders', async (event) => ({
      statusCode: 201,
      headers: { 'content-type': 'text/plain' },
      body: `${event.requestContext.http.method} ${event.rawPath}: ${event.body}`,
    }))
    .url()

  const response = await fetch(`${await urlOf('orders')}carts/7`, { method: 'PUT', body: 'tea' })

  expect([response.status, await response.text()]).toEqual([201, 'PUT /carts/7: tea'])
  expect(lambda.invocations('orders')).toMatchObject([{ event: { rawPath: '/carts/7' } }])
})

test('a function that fails is 502', async () => {
  lambda.function('orders').throws(new Error('no stock')).url()
  expect((await fetch(await urlOf('orders'))).status).toBe(502)
})

test('a URL with AWS_IAM wants a signature', async () => {
  lambda.function('orders').returns({ ok: true }).url({ authType: 'AWS_IAM' })
  expect((await fetch(await urlOf('orders'))).status).toBe(403)
})
