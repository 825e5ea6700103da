/** What Cognito asks of a function and leaves open in the answer, besides the user's attributes. */
export interface Trigger {
  readonly request: Readonly<Record<string, unknown>>
  readonly response: Readonly<Record<string, unknown>>
  /** Without userAttributes: the user is not in the pool yet. */
  readonly isStranger?: boolean
}

const signUp: Trigger = {
  request: { validationData: null },
  response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
}
const plain: Trigger = { request: {}, response: {} }
const message: Trigger = {
  request: { codeParameter: '{####}', linkParameter: '{##Click Here##}', usernameParameter: null },
  response: { smsMessage: null, emailMessage: null, emailSubject: null },
}
const tokens: Trigger = {
  request: { groupConfiguration: { groupsToOverride: [], iamRolesToOverride: [], preferredRole: null } },
  response: { claimsOverrideDetails: null },
}
const migration: Trigger = {
  request: { password: 'password', validationData: null },
  response: {
    userAttributes: null,
    forceAliasCreation: null,
    finalUserStatus: null,
    messageAction: null,
    desiredDeliveryMediums: null,
  },
  isStranger: true,
}

/**
 * Triggers of user pools by triggerSource. Those that get a code which is encrypted (CustomEmailSender_*, CustomSMSSender_*) are not
 * among them. https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html
 */
export const triggers = {
  PreSignUp_SignUp: signUp,
  PreSignUp_AdminCreateUser: signUp,
  PreSignUp_ExternalProvider: signUp,
  PostConfirmation_ConfirmSignUp: plain,
  PostConfirmation_ConfirmForgotPassword: plain,
  PreAuthentication_Authentication: { request: { validationData: null }, response: {} },
  PostAuthentication_Authentication: { request: { newDeviceUsed: false }, response: {} },
  DefineAuthChallenge_Authentication: {
    request: { session: [] },
    response: { challengeName: null, issueTokens: null, failAuthentication: null },
  },
  CreateAuthChallenge_Authentication: {
    request: { challengeName: 'CUSTOM_CHALLENGE', session: [] },
    response: { publicChallengeParameters: null, privateChallengeParameters: null, challengeMetadata: null },
  },
  VerifyAuthChallengeResponse_Authentication: {
    request: { privateChallengeParameters: {}, challengeAnswer: '' },
    response: { answerCorrect: null },
  },
  TokenGeneration_HostedAuth: tokens,
  TokenGeneration_Authentication: tokens,
  TokenGeneration_NewPasswordChallenge: tokens,
  TokenGeneration_AuthenticateDevice: tokens,
  TokenGeneration_RefreshTokens: tokens,
  UserMigration_Authentication: migration,
  UserMigration_ForgotPassword: { ...migration, request: { validationData: null } },
  CustomMessage_SignUp: message,
  CustomMessage_AdminCreateUser: { ...message, request: { ...message.request, usernameParameter: '{username}' } },
  CustomMessage_ResendCode: message,
  CustomMessage_ForgotPassword: message,
  CustomMessage_UpdateUserAttribute: message,
  CustomMessage_VerifyUserAttribute: message,
  CustomMessage_Authentication: message,
} as const satisfies Readonly<Record<string, Trigger>>

/** What makes a user pool ask a function, e.g. 'PreSignUp_SignUp'. */
export type TriggerSource = keyof typeof triggers
