import type { OperationName } from '../src/model/api'

const mapping =
  'Any ARN of a kind that Lambda reads will do, and a declared queue has its VisibilityTimeout checked. What is read: [event sources](event-sources.md).'
const caller = 'Who calls the API is not known: a policy is kept and shown, and enforced for function URLs only.'
const environments = 'Counted against the quotas; no environment is started ahead of a call.'
const instances = 'No instances are started; only the records are kept.'
const s3 = 'S3 is what `lambda.object` was given, and the folder `s3Root`.'
const digest = 'The digest is taken of the archive; an image has a digest of its URI.'
const configuration =
  'Roles, subnets, security groups, keys, file systems and images are not looked up. Every runtime of the model is taken, retired ones too.'

/** What a user has to know of an operation, above all what is not simulated. */
export const operationNotes: Readonly<Partial<Record<OperationName, string>>> = {
  AddLayerVersionPermission: 'Kept and shown; layers of other accounts are taken without asking.',
  AddPermission: caller,
  CheckpointDurableExecution: 'For the handlers of durable functions, through their own SDK.',
  CreateCapacityProvider: instances,
  CreateEventSourceMapping: mapping,
  CreateFunction: `${configuration} ${s3}`,
  DeleteFunction: 'Event source mappings of the function stay.',
  DeleteLayerVersion: 'Functions that have the version keep it.',
  GetAccountSettings: '`ConcurrentExecutions` is the option `accountConcurrency`.',
  GetFunction: 'The link to the code is good for ten minutes of the clock.',
  GetLayerVersion: 'The link to the content is good for ten minutes of the clock.',
  GetLayerVersionByArn: "AWS's own layers are not there.",
  GetProvisionedConcurrencyConfig: environments,
  GetRuntimeManagementConfig: 'Each runtime has one version.',
  Invoke: "Runs handlers of this process; uploaded code for Node.js with `uploadedCode: 'run'`; no container images.",
  InvokeAsync: 'Deprecated by AWS: an Invoke of type Event with a smaller limit.',
  PublishLayerVersion: s3,
  PublishVersion: 'A version keeps the handler it was published with.',
  PutFunctionCodeSigningConfig: 'Whether an archive is signed is checked, by whom is not: there is no AWS Signer.',
  PutFunctionScalingConfig: instances,
  PutProvisionedConcurrencyConfig: environments,
  PutResourcePolicy: caller,
  PutRuntimeManagementConfig: 'Each runtime has one version, and no patches come.',
  UpdateCapacityProvider: instances,
  UpdateEventSourceMapping: mapping,
  UpdateFunctionCode: `${s3} ${digest}`,
  UpdateFunctionConfiguration: configuration,
}

/** Lists of which AWS puts fewer items into a page than MaxItems may ask for. */
export const pageSizes: Readonly<Partial<Record<OperationName, number>>> = {
  ListAliases: 50,
  ListEventSourceMappings: 100,
  ListFunctions: 50,
  ListVersionsByFunction: 50,
}
