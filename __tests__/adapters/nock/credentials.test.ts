import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import AWS from 'aws-sdk'
import type { MockLambda } from '../../../src/index'
import { mockLambda } from '../../../src/nock'
import { nocks } from '../../support/nocks'
import { forgetAwsSettings } from '../../support/sdkDoor'

const invoke = new InvokeCommand({ FunctionName: 'orders' })
const orders = { FunctionName: 'orders' }

describe.each(nocks)('credentials answered through %s', (_, nock) => {
  const environment = { ...process.env }
  let lambda: MockLambda
  let folder: string

  beforeEach(() => {
    forgetAwsSettings()
    process.env.AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE = '1'
    folder = mkdtempSync(join(tmpdir(), 'lambdouble-credentials-'))
    lambda = mockLambda({ nock, credentials: 'answered', guard: 'all' })
    lambda.function('orders').returns({ ok: true })
  })
  afterEach(() => {
    lambda.restore()
    process.env = { ...environment }
    rmSync(folder, { recursive: true })
  })

  /** With which key a call was signed. */
  const keys = () => lambda.calls('Invoke').map(({ request }) => /Credential=([^/]+)/.exec(request.headers.authorization!)![1])

  function webIdentity(): void {
    const token = join(folder, 'token')
    const claims = Buffer.from(JSON.stringify({ sub: 'me', aud: 'you', iss: 'https://issuer' })).toString('base64url')
    writeFileSync(token, `head.${claims}.tail`)
    process.env.AWS_WEB_IDENTITY_TOKEN_FILE = token
    process.env.AWS_ROLE_ARN = 'arn:aws:iam::123456789012:role/pod'
    process.env.AWS_ROLE_SESSION_NAME = 'session'
  }

  it.each<[string, () => void]>([
    ['instance metadata', () => {}],
    ['container metadata of ECS', () => (process.env.AWS_CONTAINER_CREDENTIALS_RELATIVE_URI = '/v2/credentials')],
    [
      'container metadata of EKS',
      () => (process.env.AWS_CONTAINER_CREDENTIALS_FULL_URI = 'http://169.254.170.23/v1/credentials'),
    ],
    ['a web identity', webIdentity],
  ])('let the default chain of SDK v3 work by %s', async (_, prepare) => {
    prepare()
    expect((await new LambdaClient().send(invoke)).StatusCode).toBe(200)
    expect(keys()).toEqual([expect.stringMatching(/^ASIA[A-Z2-7]{16}$/)])
  })

  it.each<[string, () => object | undefined]>([
    ['instance metadata', () => new AWS.EC2MetadataCredentials()],
    [
      'container metadata',
      () => {
        process.env.AWS_CONTAINER_CREDENTIALS_RELATIVE_URI = '/v2/credentials'
        return new AWS.RemoteCredentials()
      },
    ],
    [
      'a web identity',
      () => {
        webIdentity()
        return new AWS.TokenFileWebIdentityCredentials()
      },
    ],
  ])('let SDK v2 work by %s', async (_, prepare) => {
    const credentials = prepare() as AWS.Credentials
    expect((await new AWS.Lambda({ credentials }).invoke(orders).promise()).StatusCode).toBe(200)
    expect(keys()).toEqual([expect.stringMatching(/^ASIA/)])
  })

  it('assume roles, in the account of the role', async () => {
    const sts = new AWS.STS({ accessKeyId: 'any', secretAccessKey: 'any' })
    const request = { RoleArn: 'arn:aws:iam::210987654321:role/path/deploy', RoleSessionName: 'session', DurationSeconds: 900 }
    const { Credentials, AssumedRoleUser } = await sts.assumeRole(request).promise()
    expect(AssumedRoleUser!.Arn).toBe('arn:aws:sts::210987654321:assumed-role/deploy/session')
    const { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey, SessionToken: sessionToken } = Credentials!
    const assumed = { accessKeyId, secretAccessKey, sessionToken }
    await expect(new LambdaClient({ credentials: assumed }).send(invoke)).rejects.toThrow(
      'Function not found: arn:aws:lambda:us-east-1:210987654321:function:orders:$LATEST',
    )
    expect(await new AWS.STS(assumed).getCallerIdentity().promise()).toMatchObject({
      Account: '210987654321',
      Arn: 'arn:aws:sts::210987654321:assumed-role/deploy/session',
      UserId: AssumedRoleUser!.AssumedRoleId,
    })
    expect(await sts.getCallerIdentity().promise()).toMatchObject({ Account: '123456789012' })
    const left = Credentials!.Expiration.getTime() - Date.now()
    expect(left > 0 && left <= 900_000).toBe(true)
  })

  it('are refused as STS refuses', async () => {
    const sts = new AWS.STS({ accessKeyId: 'any', secretAccessKey: 'any', paramValidation: false })
    await expect(sts.assumeRole({ RoleSessionName: 'session' } as never).promise()).rejects.toMatchObject({
      code: 'ValidationError',
      statusCode: 400,
      message: "1 validation error detected: Value null at 'roleArn' failed to satisfy constraint: Member must not be null",
    })
    await expect(sts.assumeRole({ RoleArn: 'deploy', RoleSessionName: 'session' }).promise()).rejects.toMatchObject({
      code: 'ValidationError',
      message: 'deploy is invalid',
    })
    const short = { RoleArn: 'arn:aws:iam::123456789012:role/deploy', RoleSessionName: 'session', DurationSeconds: 60 }
    await expect(sts.assumeRole(short).promise()).rejects.toThrow("Value '60' at 'durationSeconds' failed to satisfy constraint")
  })

  it('are not made up for actions that the double does not know', async () => {
    const answer = fetch('https://sts.amazonaws.com/', {
      method: 'POST',
      body: new URLSearchParams({ Action: 'GetSessionToken' }),
    })
    await expect(answer).rejects.toThrow("does not answer STS's action 'GetSessionToken', only AssumeRole,")
  })

  it('are no affair of another double', async () => {
    lambda.restore()
    using _plain = mockLambda({ nock })
    await expect(fetch('http://169.254.169.254/latest/meta-data/')).rejects.toThrow()
  })
})
