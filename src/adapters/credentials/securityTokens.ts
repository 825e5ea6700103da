import { UsageError } from '../../errors/usageError'
import type { WebReply, WebRequest } from '../../webExchange'
import { writeXml } from '../xml/writeXml'
import { credentialScope } from './credentialScope'
import type { IssuedKeys, Principal, TemporaryKey } from './issuedKeys'

/** The security token service, as far as somebody needs it who wants to call Lambda. */
export interface SecurityTokens {
  /** Answers in STS's XML. Rejects with a UsageError for other actions, and if fast-xml-parser is not installed. */
  answer(request: WebRequest): Promise<WebReply>
}

type Members = Readonly<Record<string, unknown>>

interface Action {
  /** Members that it cannot do without. */
  readonly needs: readonly string[]
  readonly run: (input: URLSearchParams, accessKey: string | undefined) => Members
}

const namespace = 'https://sts.amazonaws.com/doc/2011-06-15/'
const roleArn = /^arn:(aws[a-z-]*):iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_Operations.html */
export function createSecurityTokens(keys: IssuedKeys, accountId: string): SecurityTokens {
  let count = 0
  /** Whoever signs with a key that is not ours is a user of the double's account. */
  const user: Principal = { accountId, arn: `arn:aws:iam::${accountId}:user/lambdouble`, userId: 'AIDALAMBDOUBLEAAAAAAA' }

  const actions: Readonly<Record<string, Action>> = {
    AssumeRole: { needs: ['RoleArn', 'RoleSessionName'], run: assumed },
    AssumeRoleWithWebIdentity: {
      needs: ['RoleArn', 'RoleSessionName', 'WebIdentityToken'],
      run: (input) => ({ ...subjectOf(input.get('WebIdentityToken')!), ...assumed(input) }),
    },
    GetCallerIdentity: {
      needs: [],
      run(_, accessKey) {
        const { arn, userId, accountId: Account } = keys.holder(accessKey) ?? user
        return { Arn: arn, UserId: userId, Account }
      },
    },
  }

  function assumed(input: URLSearchParams): Members {
    const [, partition, account, role] = roleArn.exec(input.get('RoleArn')!)!
    const session = input.get('RoleSessionName')!
    const holder: Principal = {
      accountId: account!,
      arn: `arn:${partition}:sts::${account}:assumed-role/${role}/${session}`,
      userId: `AROALAMBDOUBLEAAAAAAA:${session}`,
    }
    return {
      AssumedRoleUser: { AssumedRoleId: holder.userId, Arn: holder.arn },
      Credentials: credentials(keys.issue(holder, Number(input.get('DurationSeconds') ?? 3_600))),
    }
  }

  return {
    async answer({ method, query, body, headers }) {
      const input = new URLSearchParams(method === 'POST' ? Buffer.from(body).toString() : query)
      const action = input.get('Action') ?? ''
      const found = Object.hasOwn(actions, action) ? actions[action] : undefined
      if (found === undefined) {
        throw new UsageError(
          `The double does not answer STS's action '${action}', only ${Object.keys(actions).join(', ')}. Answer it by a nock of your own.`,
        )
      }
      const RequestId = `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`
      const Message = refusal(input, found.needs)
      if (Message !== undefined) {
        const error = { Type: 'Sender', Code: 'ValidationError', Message }
        return xml(400, RequestId, { ErrorResponse: { '@xmlns': namespace, Error: error, RequestId } })
      }
      const result = found.run(input, credentialScope(headers.authorization, query).accessKey)
      return xml(200, RequestId, {
        [`${action}Response`]: { '@xmlns': namespace, [`${action}Result`]: result, ResponseMetadata: { RequestId } },
      })
    },
  }
}

async function xml(status: number, requestId: string, document: object): Promise<WebReply> {
  const text = await writeXml(document)
  if (text === undefined) {
    throw new UsageError('STS answers in XML, and that takes fast-xml-parser. Install it: npm install --save-dev fast-xml-parser')
  }
  const headers = { 'content-type': 'text/xml', 'x-amzn-requestid': requestId }
  return { kind: 'reply', status, headers, cookies: [], body: Buffer.from(text) }
}

function credentials({ accessKeyId, secretAccessKey, sessionToken, expiration }: TemporaryKey): Members {
  return { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey, SessionToken: sessionToken, Expiration: expiration }
}

/** What is wrong with a request, as AWS words it. */
function refusal(input: URLSearchParams, needs: readonly string[]): string | undefined {
  const missing = needs.find((name) => !input.get(name))
  if (missing !== undefined) {
    const member = `${missing[0]!.toLowerCase()}${missing.slice(1)}`
    return `1 validation error detected: Value null at '${member}' failed to satisfy constraint: Member must not be null`
  }
  const seconds = input.get('DurationSeconds')
  if (seconds !== null && !(Number(seconds) >= 900)) {
    return `1 validation error detected: Value '${seconds}' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900`
  }
  const arn = input.get('RoleArn')
  return arn === null || roleArn.test(arn) ? undefined : `${arn} is invalid`
}

/** What the token of an identity provider says, if it is a JSON web token; it is not verified. */
function subjectOf(token: string): Members {
  try {
    const { sub, aud, iss } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Readonly<
      Record<string, unknown>
    >
    return { SubjectFromWebIdentityToken: sub, Audience: aud, Provider: iss }
  } catch {
    return {}
  }
}
