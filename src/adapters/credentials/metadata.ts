import type { WebReply, WebRequest } from '../../webExchange'
import type { IssuedKeys, Principal } from './issuedKeys'

/** EC2's address of the instance metadata; ECS's and EKS's of a container's credentials. */
const instance = ['169.254.169.254', '[fd00:ec2::254]']
const container = ['169.254.170.2', '169.254.170.23', '[fd00:ec2::23]']

export function isMetadataHost(host: string): boolean {
  return instance.includes(host) || container.includes(host)
}

/** What hands out credentials to whoever runs on a machine of AWS's. */
export interface MetadataHouse {
  readonly keys: IssuedKeys
  readonly region: string
  readonly accountId: string
}

/** The role of the machine that the test runs on, if it were one of AWS's. */
const role = 'lambdouble'

/**
 * A container's credentials at any path, and of the instance metadata what SDKs ask for: token, role, region.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-metadata-security-credentials.html
 */
export function answerMetadata({ host, method, path, headers }: WebRequest, house: MetadataHouse): WebReply {
  const { region, accountId } = house
  if (container.includes(host)) return json(credentialsOf(house, { AccountId: accountId }))
  if (method === 'PUT' && path === '/latest/api/token') {
    const seconds = headers['x-aws-ec2-metadata-token-ttl-seconds'] ?? ''
    return text('lambdouble', { 'x-aws-ec2-metadata-token-ttl-seconds': seconds })
  }
  switch (path.replace(/\/$/, '')) {
    case '/latest/meta-data/iam/security-credentials':
      return text(role)
    case `/latest/meta-data/iam/security-credentials/${role}`:
      return json(credentialsOf(house, { Code: 'Success', Type: 'AWS-HMAC' }))
    case '/latest/meta-data/placement/region':
      return text(region)
    case '/latest/meta-data/placement/availability-zone':
      return text(`${region}a`)
    case '/latest/dynamic/instance-identity/document':
      return json({ accountId, region, availabilityZone: `${region}a` })
    default:
      return { ...text('Not Found'), status: 404 }
  }
}

function credentialsOf({ keys, accountId }: MetadataHouse, more: object): object {
  const holder: Principal = {
    accountId,
    arn: `arn:aws:sts::${accountId}:assumed-role/${role}/i-00000000000000000`,
    userId: 'AROALAMBDOUBLEAAAAAAA:i-00000000000000000',
  }
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = keys.issue(holder, 21_600)
  return {
    ...more,
    RoleArn: `arn:aws:iam::${accountId}:role/${role}`,
    AccessKeyId: accessKeyId,
    SecretAccessKey: secretAccessKey,
    Token: sessionToken,
    Expiration: expiration,
  }
}

function json(value: object): WebReply {
  return { ...text(JSON.stringify(value)), headers: { 'content-type': 'application/json' } }
}

function text(body: string, headers: Readonly<Record<string, string>> = {}): WebReply {
  return {
    kind: 'reply',
    status: 200,
    headers: { 'content-type': 'text/plain', ...headers },
    cookies: [],
    body: Buffer.from(body),
  }
}
