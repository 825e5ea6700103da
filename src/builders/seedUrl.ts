import { UsageError } from '../errors/usageError'
import { isMembers } from '../usage/isMembers'
import { requireText, shown } from '../usage/readMembers'
import { requireMembers } from '../usage/requireMembers'
import { requireTypes } from '../usage/requireTypes'
import type { Cors } from '../model/api'
import type { FunctionRecord } from '../state/functionRecord'
import { requireOptions } from './requireOptions'
import type { Seed } from './seed'

/** CORS settings of a function URL: `allowOrigins` and so on, or in AWS's spelling. */
export type CorsSettings = Cors | { readonly [Member in keyof Cors as Uncapitalize<Member>]?: Cors[Member] }

/** What `.url({...})` takes. */
export interface UrlSettings {
  /** 'NONE' (default) or 'AWS_IAM'. */
  readonly authType?: 'NONE' | 'AWS_IAM' | undefined
  readonly cors?: CorsSettings | undefined
  /** 'BUFFERED' (default) or 'RESPONSE_STREAM'. */
  readonly invokeMode?: 'BUFFERED' | 'RESPONSE_STREAM' | undefined
  /** An alias to give the URL to, instead of $LATEST. */
  readonly qualifier?: string | undefined
}

/**
 * Gives a function a URL, or changes the one it has, through CreateFunctionUrlConfig or UpdateFunctionUrlConfig. One with AuthType
 * NONE is opened to everybody through AddPermission, by the statements that Lambda's console adds.
 */
export function seedUrl(seed: Seed, fn: FunctionRecord, settings: UrlSettings, builder: string): void {
  const where = `${builder}.url`
  requireOptions(where, settings, ['authType', 'cors', 'invokeMode', 'qualifier'])
  const { authType, invokeMode, qualifier } = settings
  for (const [name, value] of Object.entries({ authType, invokeMode, qualifier }))
    if (value !== undefined) requireText(`${where}({ ${name} })`, 'its value', value)
  const input = {
    FunctionName: fn.name,
    Qualifier: qualifier,
    Cors: settings.cors === undefined ? undefined : spelledAsAws(settings.cors, where),
    InvokeMode: invokeMode,
  }
  if (fn.urls.has(qualifier ?? '$LATEST')) seed.run(where, 'UpdateFunctionUrlConfig', { ...input, AuthType: authType })
  else seed.run(where, 'CreateFunctionUrlConfig', { ...input, AuthType: authType ?? 'NONE' })
  if (fn.urls.get(qualifier ?? '$LATEST')?.authType === 'NONE') allowEverybody(seed, fn, qualifier, where)
}

/** https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html#urls-auth-none */
const publicStatements = [
  { StatementId: 'FunctionURLAllowPublicAccess', Action: 'lambda:InvokeFunctionUrl', FunctionUrlAuthType: 'NONE' },
  { StatementId: 'FunctionURLInvokeAllowPublicAccess', Action: 'lambda:InvokeFunction', InvokedViaFunctionUrl: true },
] as const

function allowEverybody(seed: Seed, fn: FunctionRecord, qualifier: string | undefined, where: string): void {
  for (const statement of publicStatements) {
    const policy = fn.policies.get(qualifier === undefined ? fn.arn : `${fn.arn}:${qualifier}`)
    if (policy?.statements.some(({ Sid }) => Sid === statement.StatementId)) continue
    seed.run(where, 'AddPermission', { ...statement, FunctionName: fn.name, Qualifier: qualifier, Principal: '*' })
  }
}

function spelledAsAws(settings: CorsSettings, where: string): Cors {
  if (!isMembers(settings))
    throw new UsageError(`${where}({ cors }) needs an object such as { allowOrigins: ['*'] }, not ${shown(settings)}.`)
  const cors = Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [name.charAt(0).toUpperCase() + name.slice(1), value]),
  )
  requireMembers('Cors', cors, `${where}({ cors }): Cors`)
  requireTypes('Cors', cors, `${where}({ cors })`)
  return cors
}
