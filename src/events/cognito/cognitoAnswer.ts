import { isMembers } from '../../usage/isMembers'
import type { SourceOutcome } from '../sourceOutcome'
import type { CognitoEvent } from './cognitoEvent'

/** Milliseconds that Cognito waits for a function. */
const patience = 5_000
/** How often Cognito asks. */
export const attempts = 3

/** Whether Cognito asks again: it has not been answered in time, or Lambda had no place. */
export function asksAgain(outcome: SourceOutcome): boolean {
  return outcome.kind === 'refused' || outcome.duration > patience
}

/**
 * The event as the function handed it back. What a client of Cognito would get instead is thrown, with Cognito's name for it:
 * UserLambdaValidationException if the function fails, InvalidLambdaResponseException if it hands back something else, and
 * UnexpectedLambdaException if it cannot be reached.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignUp.html#API_SignUp_Errors
 */
export function cognitoAnswer(outcome: SourceOutcome, { triggerSource }: CognitoEvent): CognitoEvent {
  const trigger = triggerSource.split('_')[0]!
  if (outcome.kind === 'refused')
    throw rejection('UnexpectedLambdaException', `${trigger} invocation failed due to error ${outcome.name}.`)
  if (outcome.duration > patience) {
    const message = `${trigger} invocation failed due to error Socket timeout while invoking Lambda function.`
    throw rejection('UnexpectedLambdaException', message)
  }
  if (outcome.kind === 'failed')
    throw rejection('UserLambdaValidationException', `${trigger} failed with error ${outcome.error.errorMessage ?? ''}.`)
  const event = parsed(outcome.payload)
  if (isMembers(event) && isMembers(event.request) && isMembers(event.response)) return event as unknown as CognitoEvent
  throw rejection('InvalidLambdaResponseException', 'Unrecognizable lambda output')
}

function parsed(payload: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(payload).toString()) as unknown
  } catch {
    return undefined
  }
}

function rejection(name: string, message: string): Error {
  return Object.assign(new Error(message), { name })
}
