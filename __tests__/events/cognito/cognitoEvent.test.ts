import { newCognitoEvent } from '../../../src/events/cognito/cognitoEvent'
import { newPlace, uuid } from '../../support/eventPlace'

const cognito = (given: object) => newCognitoEvent('cognito', given, newPlace())

test('a trigger has the members that all of them have, and its own', () => {
  const userAttributes = { email: 'a@example.com' }
  const request = { clientMetadata: { from: 'web' } }
  expect(cognito({ triggerSource: 'PreSignUp_SignUp', userName: 'ann', userAttributes, request })).toEqual({
    version: '1',
    triggerSource: 'PreSignUp_SignUp',
    region: 'us-east-1',
    userPoolId: expect.stringMatching(/^us-east-1_[a-z0-9]{9}$/),
    userName: 'ann',
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: expect.stringMatching(/^[a-z0-9]{26}$/) },
    request: { userAttributes: { sub: uuid, email: 'a@example.com' }, validationData: null, clientMetadata: { from: 'web' } },
    response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
  })
})

test.each([
  ['PostConfirmation_ConfirmSignUp', {}, {}],
  ['PreAuthentication_Authentication', { validationData: null }, {}],
  ['PostAuthentication_Authentication', { newDeviceUsed: false }, {}],
  ['DefineAuthChallenge_Authentication', { session: [] }, { challengeName: null, issueTokens: null, failAuthentication: null }],
  ['VerifyAuthChallengeResponse_Authentication', { challengeAnswer: '' }, { answerCorrect: null }],
  ['TokenGeneration_HostedAuth', { groupConfiguration: { groupsToOverride: [] } }, { claimsOverrideDetails: null }],
  ['CustomMessage_AdminCreateUser', { codeParameter: '{####}', usernameParameter: '{username}' }, { smsMessage: null }],
])('%s asks with %j and leaves %j open', (triggerSource, request, response) => {
  const event = cognito({ triggerSource })
  expect(event.request).toMatchObject({ userAttributes: { sub: uuid, 'cognito:user_status': 'CONFIRMED' }, ...request })
  expect(event.response).toMatchObject(response)
})

test('a user who is still to be migrated has no attributes', () => {
  const event = cognito({ triggerSource: 'UserMigration_Authentication', request: { password: 'secret' } })
  expect(event.request).toEqual({ password: 'secret', validationData: null })
})

test('later versions of the tokens trigger have another member for claims', () => {
  expect(cognito({ triggerSource: 'TokenGeneration_Authentication', version: '2' })).toMatchObject({
    version: '2',
    response: { claimsAndScopeOverrideDetails: null },
  })
})

test('two events share nothing that a handler could write into', () => {
  const [first, second] = [1, 2].map(() => cognito({ triggerSource: 'DefineAuthChallenge_Authentication' }))
  expect(first!.response).not.toBe(second!.response)
  expect(first!.request.session).not.toBe(second!.request.session)
})

test.each([
  [{ triggerSource: 'PreSignUp' }, "cognito: user pools have no triggerSource 'PreSignUp'. Did you mean 'PreSignUp_SignUp'?"],
  [{}, /no triggerSource undefined. There are: PreSignUp_SignUp, /],
  [{ triggerSource: 'PreSignUp_SignUp', version: 1 }, "cognito needs version as '1', '2' or '3', not 1."],
  [{ triggerSource: 'PreSignUp_SignUp', request: 'a' }, "cognito needs request as an object, not 'a'."],
  [{ triggerSource: 'PreSignUp_SignUp', username: 'a' }, "cognito has no member 'username'. Did you mean 'userName'?"],
])('%j is refused', (given, message) => {
  expect(() => cognito(given)).toThrow(message)
})
