import type { DoorOptions } from '../../door'
import type { WebReply, WebRequest } from '../../webExchange'
import type { BrokenConnection, WireReply } from '../../wire/messages'
import { accountOfKey, credentialScope } from '../credentials/credentialScope'
import { createIssuedKeys } from '../credentials/issuedKeys'
import { answerMetadata, isMetadataHost } from '../credentials/metadata'
import { createSecurityTokens } from '../credentials/securityTokens'
import { plainReply } from '../s3/plainReply'
import { forbiddenTarget } from '../sdk/forbiddenTarget'
import type { Waiting } from '../sdk/clientWatch'
import type { RetryLedger } from '../sdk/retryLedger'
import { regionOfHost } from '../sdk/wireRequest'

export interface HostSettings extends Pick<DoorOptions, 'exchange' | 'web' | 'region' | 'accountId' | 'guard' | 'onUnmatched'> {
  /** Hosts, with their ports, that stand for Lambda besides AWS's own. */
  readonly endpoints: readonly string[]
  readonly answersCredentials: boolean
  readonly retries: RetryLedger
  readonly waiting: Waiting
}

/** What a double answers for AWS's hosts, whichever client asks. */
export interface HostAnswers {
  reaches(host: string): boolean
  /** Rejects with what the test's author did wrong, or asked for. */
  answer(request: WebRequest): Promise<WebReply | BrokenConnection>
}

export function createHostAnswers(settings: HostSettings): HostAnswers {
  const { exchange, web, region, accountId, endpoints, answersCredentials, retries, waiting } = settings
  const keys = createIssuedKeys()
  const tokens = createSecurityTokens(keys, accountId)
  const isOpen = settings.guard === 'off' || settings.onUnmatched === 'passthrough'

  const isApi = (host: string) => endpoints.includes(host) || forbiddenTarget(nameOf(host), 'lambda') === 'Lambda'
  /** A function URL that nobody created is none of ours where requests may pass, as for fetch. */
  const isWeb = (host: string) => {
    const target = web.leadsTo(host)
    return target !== undefined && !(isOpen && target === 'nothing')
  }

  async function callLambda({ host, ...request }: WebRequest): Promise<WireReply | BrokenConnection> {
    const { accessKey, region: signedFor } = credentialScope(request.headers.authorization, request.query)
    const id = request.headers['amz-sdk-invocation-id']
    const patience = id === undefined ? undefined : waiting.get(id)
    try {
      return await exchange({
        ...request,
        region: regionOfHost(host) ?? signedFor ?? region,
        accountId: keys.holder(accessKey)?.accountId ?? accountOfKey(accessKey) ?? accountId,
        retryDelay: retries.takeDelay(id),
        timeout: patience?.answer?.milliseconds,
        idleTimeout: patience?.idle?.milliseconds,
        sentAt: Date.now(),
      })
    } catch (error) {
      retries.refuse(error)
      throw error
    }
  }

  return {
    reaches: (host) => isApi(host) || isWeb(host) || (answersCredentials && (isMetadataHost(host) || isTokenService(host))),
    async answer(request) {
      const { host } = request
      if (answersCredentials) {
        if (isMetadataHost(host)) return answerMetadata(request, { keys, region, accountId })
        if (isTokenService(host) || (endpoints.includes(host) && isTokenRequest(request))) return tokens.answer(request)
      }
      if (web.leadsTo(host) !== undefined) return plainReply(await web.exchange(request))
      const outcome = await callLambda(request)
      return outcome.kind === 'broken' ? outcome : { ...outcome, cookies: [] }
    },
  }
}

/** https://docs.aws.amazon.com/general/latest/gr/sts.html */
function isTokenService(host: string): boolean {
  const name = nameOf(host)
  return /^sts(-fips)?\./.test(name) && forbiddenTarget(name, 'aws') === 'AWS'
}

/** One endpoint for all services, as LocalStack has: STS is told by its form. */
function isTokenRequest({ path, headers }: WebRequest): boolean {
  return path === '/' && (headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded')
}

function nameOf(host: string): string {
  return host.replace(/:\d+$/, '')
}
