import { policyAnswer, type AccessRequest } from '../../../src/runtime/function-urls/policyAnswer'
import type { PolicyStatement } from '../../../src/state/policyRecord'

const resource = 'arn:aws:lambda:us-east-1:123456789012:function:orders'
const request: AccessRequest = {
  action: 'lambda:InvokeFunctionUrl',
  resource,
  principal: { accountId: '111122223333', arn: 'arn:aws:iam::111122223333:user/ann' },
  context: { 'lambda:functionurlauthtype': 'NONE', 'aws:principalaccount': '111122223333' },
}
const open: PolicyStatement = { Effect: 'Allow', Principal: '*', Action: 'lambda:InvokeFunctionUrl', Resource: resource }
const answer = (more: Partial<Record<keyof typeof open, unknown>>, asked: Partial<AccessRequest> = {}) =>
  policyAnswer({ statements: [{ ...open, ...more }] }, { ...request, ...asked })

describe('a resource-based policy', () => {
  it('says nothing if there is none, or no statement fits', () => {
    expect(policyAnswer(undefined, request)).toBeUndefined()
    expect(policyAnswer({ statements: [] }, request)).toBeUndefined()
  })

  it('denies where a statement denies, whatever others allow', () => {
    const deny = { ...open, Effect: 'Deny' }
    expect(policyAnswer({ statements: [open, deny, open] }, request)).toBe('Deny')
  })

  it.each<[string, PolicyStatement, 'Allow' | undefined]>([
    ['everybody', { Principal: { AWS: '*' } }, 'Allow'],
    ['the account by its number', { Principal: { AWS: ['999999999999', '111122223333'] } }, 'Allow'],
    ['the account by its root', { Principal: { AWS: 'arn:aws:iam::111122223333:root' } }, 'Allow'],
    ['the identity', { Principal: { AWS: 'arn:aws:iam::111122223333:user/ann' } }, 'Allow'],
    ['another account', { Principal: { AWS: 'arn:aws:iam::999999999999:root' } }, undefined],
    ['a service', { Principal: { Service: 's3.amazonaws.com' } }, undefined],
    ['all but another', { Principal: undefined, NotPrincipal: { AWS: '999999999999' } }, 'Allow'],
    ['all but the caller', { Principal: undefined, NotPrincipal: { AWS: '111122223333' } }, undefined],
    ['a wildcard of actions', { Action: ['lambda:Get*', 'LAMBDA:invokefunction*'] }, 'Allow'],
    ['another action', { Action: 'lambda:InvokeFunction' }, undefined],
    ['all actions but another', { Action: undefined, NotAction: 'lambda:InvokeFunction' }, 'Allow'],
    ['a wildcard of resources', { Resource: 'arn:aws:lambda:*:function:order?' }, 'Allow'],
    ['another resource', { Resource: `${resource}:live` }, undefined],
    ['a dot that is no wildcard', { Resource: resource.replace('orders', 'or.ers') }, undefined],
    ['all resources but this', { Resource: undefined, NotResource: `${resource}*` }, undefined],
    ['a condition that holds', { Condition: { StringEquals: { 'lambda:FunctionUrlAuthType': 'NONE' } } }, 'Allow'],
    ['one of several values', { Condition: { StringLike: { 'aws:PrincipalAccount': ['9*', '1111*'] } } }, 'Allow'],
    ['a condition that does not', { Condition: { StringEquals: { 'lambda:FunctionUrlAuthType': 'AWS_IAM' } } }, undefined],
    ['a key that nobody knows', { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }, undefined],
    ['an operator that nobody knows', { Condition: { IpAddress: { 'aws:PrincipalAccount': '1' } } }, undefined],
  ])('for %s', (_, more, expected) => {
    expect(answer(more)).toBe(expected)
  })

  it('lets nobody’s request in for everybody only', () => {
    expect(answer({}, { principal: undefined })).toBe('Allow')
    expect(answer({ Principal: { AWS: '111122223333' } }, { principal: undefined })).toBeUndefined()
  })
})
