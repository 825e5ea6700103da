import type { Api, Refusal } from '../../support/api'

const base = 'arn:aws:lambda:us-east-1:123456789012'

/** Every kind of resource that carries tags, and how to make one; the answer is its ARN. */
export const taggables: [string, (api: Api, Tags?: Record<string, string>) => Promise<string>][] = [
  ['a function', async (api, Tags) => (await api.createFunction('orders', { Tags })).FunctionArn!],
  [
    'an event source mapping',
    async (api, Tags) => {
      await api.createFunction('orders')
      const EventSourceArn = 'arn:aws:sqs:us-east-1:123456789012:queue'
      const mapping = await api.call('CreateEventSourceMapping', { FunctionName: 'orders', EventSourceArn, Tags })
      return mapping.EventSourceMappingArn!
    },
  ],
  [
    'a code signing configuration',
    async (api, Tags) => {
      const SigningProfileVersionArns = ['arn:aws:signer:us-east-1:123456789012:/signing-profiles/profile/0123456789']
      const AllowedPublishers = { SigningProfileVersionArns }
      const { CodeSigningConfig } = await api.call('CreateCodeSigningConfig', { AllowedPublishers, Tags })
      return CodeSigningConfig!.CodeSigningConfigArn!
    },
  ],
  [
    'a capacity provider',
    async (api, Tags) => {
      const { CapacityProvider } = await api.call('CreateCapacityProvider', {
        CapacityProviderName: 'fleet',
        VpcConfig: { SubnetIds: ['subnet-12345678'], SecurityGroupIds: ['sg-12345678'] },
        PermissionsConfig: { CapacityProviderOperatorRoleArn: 'arn:aws:iam::123456789012:role/operator' },
        Tags,
      })
      return CapacityProvider!.CapacityProviderArn!
    },
  ],
]

const uuid = '12345678-1234-4234-8234-123456789012'
const csc = `${base}:code-signing-config:csc-0123456789abcdef0`

/** What is answered for resources that are not there: recorded, but for code signing configurations and network connectors. */
export const unknownResources: [string, string][] = [
  [`${base}:function:gone`, `Function not found: ${base}:function:gone`],
  [`${base}:event-source-mapping:${uuid}`, `Event source mapping not found: ${base}:event-source-mapping:${uuid}`],
  [`${base}:capacity-provider:gone`, `Capacity provider not found: ${base}:capacity-provider:gone`],
  [csc, `The Lambda code signing configuration ${csc} can not be found.`],
  [`${base}:network-connector:gone`, `Network connector not found: ${base}:network-connector:gone`],
]

/** Refused before anything is looked for (recorded). */
export const qualifiedFunction: [string, Refusal] = [
  `${base}:function:gone:alias`,
  {
    code: 'InvalidParameterValueException',
    status: 400,
    message: 'Tags on function aliases and versions are not supported. Please specify a function ARN.',
  },
]
