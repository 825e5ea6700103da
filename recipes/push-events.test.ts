// What does your function do when a service calls it? SNS, S3, EventBridge and logs go through Lambda's queue, with its retries;
// API Gateway, load balancers and Cognito wait, and you get what their client would get.
import { mockLambda } from 'lambdouble'
import 'lambdouble/jest'

const lambda = mockLambda()

test('a message of a topic is tried three times, and then it is a dead letter', async () => {
  const lost = 'arn:aws:sqs:us-east-1:123456789012:lost'
  lambda.function('mails').throws(new Error('full')).async({ deadLetter: lost })
  await lambda.events.sns('mails', { message: { id: 7 }, subject: 'new order' })
  await lambda.settled()
  expect(lambda.invocations('mails')).toHaveLength(3)
  expect(lambda).toHaveDelivered(lost, { Records: [{ Sns: { Subject: 'new order' } }] })
})

test('keys of S3 come url-encoded', async () => {
  const seen: string[] = []
  lambda.function('thumbnails', async ({ Records: [{ s3 }] }) =>
    seen.push(decodeURIComponent(s3.object.key.replaceAll('+', ' '))),
  )
  await lambda.events.s3('thumbnails', { bucket: 'photos', key: 'a cat.png' })
  await lambda.settled()
  expect(seen).toEqual(['a cat.png'])
})

test('a handler that forgets JSON.stringify is a 502 to the client of its API', async () => {
  lambda.function('api', async ({ pathParameters }) => ({ statusCode: 200, body: { id: pathParameters.id } }))
  const { statusCode, reason } = await lambda.events.apiGateway('api', { path: '/orders/7', resource: '/orders/{id}' })
  expect(statusCode).toBe(502)
  expect(reason).toContain('body has to be a text, not of type object: JSON.stringify it.')
})

test('a user pool is told no', async () => {
  lambda.function('check').throws(new Error('Only for members'))
  const signUp = lambda.events.cognito('check', { triggerSource: 'PreSignUp_SignUp', userAttributes: { email: 'a@example.com' } })
  await expect(signUp).rejects.toThrow('PreSignUp failed with error Only for members.')
})
