import { isMembers } from '../../usage/isMembers'
import { readMembers, requireText, shown, type Spellings } from '../../usage/readMembers'
import { nearest } from '../../errors/nearest'
import { UsageError } from '../../errors/usageError'
import type { EventPlace } from '../eventPlace'
import { triggers, type Trigger, type TriggerSource } from './triggers'

/** Something that a user pool asks a function about. */
export interface CognitoRequest {
  readonly triggerSource: TriggerSource
  /** Default: a new one. */
  readonly userName?: string
  /** Added to those that every user has: sub, cognito:user_status. */
  readonly userAttributes?: Readonly<Record<string, string>>
  /** Other members of the event's request, such as clientMetadata, session or challengeAnswer, in AWS's spelling. */
  readonly request?: Readonly<Record<string, unknown>>
  readonly userPoolId?: string
  readonly clientId?: string
  /** Default: '1'. '2' and '3' for TokenGeneration triggers that change access tokens. */
  readonly version?: '1' | '2' | '3'
}

const spellings: Spellings = {
  triggerSource: [],
  userName: [],
  userAttributes: [],
  request: [],
  userPoolId: [],
  clientId: [],
  version: [],
}

/** What a function gets of a user pool, and hands back with the response filled in. */
export interface CognitoEvent {
  readonly version: string
  readonly triggerSource: string
  readonly region: string
  readonly userPoolId: string
  readonly userName: string
  readonly callerContext: { readonly awsSdkVersion: string; readonly clientId: string }
  readonly request: Readonly<Record<string, unknown>>
  readonly response: Readonly<Record<string, unknown>>
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html */
export function newCognitoEvent(where: string, given: object, place: EventPlace): CognitoEvent {
  const input = readMembers(where, given, spellings)
  const text = (name: string, otherwise: () => string) =>
    input[name] === undefined ? otherwise() : requireText(where, name, input[name])
  const { region, ids } = place
  const triggerSource = requireTrigger(where, input.triggerSource)
  // A copy: a handler may write into it.
  const trigger: Trigger = structuredClone(triggers[triggerSource])
  const version = input.version ?? '1'
  if (typeof version !== 'string' || !/^[123]$/.test(version))
    throw new UsageError(`${where} needs version as '1', '2' or '3', not ${shown(version)}.`)
  const { userAttributes, request } = input
  for (const [name, value] of Object.entries({ userAttributes, request })) {
    if (value !== undefined && !isMembers(value))
      throw new UsageError(`${where} needs ${name} as an object, not ${shown(value)}.`)
  }
  const sub = ids.uuid()
  const status = triggerSource.startsWith('PreSignUp') ? {} : { 'cognito:user_status': 'CONFIRMED' }
  const attributes = { sub, ...status, ...(userAttributes as object | undefined) }
  return {
    version,
    triggerSource,
    region,
    userPoolId: text('userPoolId', () => `${region}_${ids.token(9)}`),
    userName: text('userName', () => sub),
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: text('clientId', () => ids.token(26)) },
    request: {
      ...(!(trigger.isStranger ?? false) && { userAttributes: attributes }),
      ...trigger.request,
      ...(request as object | undefined),
    },
    // Of version 2 on, claims of both tokens have another member.
    response:
      version !== '1' && 'claimsOverrideDetails' in trigger.response ? { claimsAndScopeOverrideDetails: null } : trigger.response,
  }
}

function requireTrigger(where: string, given: unknown): TriggerSource {
  if (typeof given === 'string' && Object.hasOwn(triggers, given)) return given as TriggerSource
  const names = Object.keys(triggers)
  const close =
    typeof given === 'string' ? (nearest(given, names) ?? names.find((name) => name.startsWith(`${given}_`))) : undefined
  const hint = close === undefined ? `There are: ${names.join(', ')}.` : `Did you mean '${close}'?`
  throw new UsageError(`${where}: user pools have no triggerSource ${shown(given)}. ${hint}`)
}
