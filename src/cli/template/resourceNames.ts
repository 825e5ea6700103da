import type { Section } from './readTemplate'

/** Where a resource is, and what it is called. */
export interface Named {
  readonly type: string
  readonly logicalId: string
  /** What the template calls it, else its logical id. */
  readonly name: string
  readonly region: string
  readonly accountId: string
  readonly partition: string
}

/** The property that names a resource of a type. */
const nameProperties: Readonly<Record<string, string>> = {
  'AWS::Serverless::Function': 'FunctionName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::Serverless::LayerVersion': 'LayerName',
  'AWS::Lambda::LayerVersion': 'LayerName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::Serverless::SimpleTable': 'TableName',
  'AWS::Kinesis::Stream': 'Name',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::IAM::Role': 'RoleName',
  'AWS::Events::EventBus': 'Name',
  'AWS::Serverless::StateMachine': 'Name',
  'AWS::StepFunctions::StateMachine': 'StateMachineName',
  'AWS::Logs::LogGroup': 'LogGroupName',
}

export function nameProperty(type: string): string | undefined {
  return Object.hasOwn(nameProperties, type) ? nameProperties[type] : undefined
}

/** When streams of tables were made that nobody has made. */
const streamLabel = '2026-01-01T00:00:00.000'

/**
 * What `Ref` (no attribute) or `Fn::GetAtt` of a resource gives that has a name and nothing more here; undefined if that is not known.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/
 */
export function attributeOf(
  { type, name, region, accountId, partition }: Named,
  attribute: string | undefined,
): string | undefined {
  const arn = (service: string, resource: string) => `arn:${partition}:${service}:${region}:${accountId}:${resource}`
  const answers = (all: Readonly<Record<string, string>>) =>
    Object.hasOwn(all, attribute ?? 'Ref') ? all[attribute ?? 'Ref'] : undefined
  switch (type) {
    case 'AWS::Serverless::Function':
    case 'AWS::Lambda::Function':
      return answers({ Ref: name, Arn: arn('lambda', `function:${name}`) })
    case 'AWS::SQS::Queue': {
      const url = `https://sqs.${region}.amazonaws.com/${accountId}/${name}`
      return answers({ Ref: url, Arn: arn('sqs', name), QueueName: name, QueueUrl: url })
    }
    case 'AWS::SNS::Topic':
      return answers({ Ref: arn('sns', name), TopicArn: arn('sns', name), TopicName: name })
    case 'AWS::DynamoDB::Table':
    case 'AWS::Serverless::SimpleTable':
      return answers({
        Ref: name,
        Arn: arn('dynamodb', `table/${name}`),
        StreamArn: arn('dynamodb', `table/${name}/stream/${streamLabel}`),
      })
    case 'AWS::Kinesis::Stream':
      return answers({ Ref: name, Arn: arn('kinesis', `stream/${name}`) })
    case 'AWS::S3::Bucket':
      return answers({ Ref: name, Arn: `arn:${partition}:s3:::${name}`, DomainName: `${name}.s3.amazonaws.com` })
    case 'AWS::IAM::Role':
      return answers({ Ref: name, Arn: `arn:${partition}:iam::${accountId}:role/${name}` })
    case 'AWS::Events::EventBus':
      return answers({ Ref: name, Name: name, Arn: arn('events', `event-bus/${name}`) })
    case 'AWS::Serverless::StateMachine':
    case 'AWS::StepFunctions::StateMachine':
      return answers({ Ref: arn('states', `stateMachine:${name}`), Arn: arn('states', `stateMachine:${name}`), Name: name })
    case 'AWS::Logs::LogGroup':
      return answers({ Ref: name, Arn: arn('logs', `log-group:${name}:*`) })
    default:
      return undefined
  }
}

/** Globals of a kind of resource, with the resource's own properties over them: maps are merged, lists follow each other. */
export function withGlobals(globals: unknown, properties: Section): Section {
  return merged(globals, properties) as Section
}

function merged(below: unknown, above: unknown): unknown {
  if (above === undefined) return below
  if (Array.isArray(below) && Array.isArray(above)) return [...(below as unknown[]), ...(above as unknown[])]
  if (!isMap(below) || !isMap(above)) return above
  const names = new Set([...Object.keys(below), ...Object.keys(above)])
  return Object.fromEntries([...names].map((name) => [name, merged(below[name], above[name])]))
}

/** An intrinsic function is a value as a whole. */
function isMap(value: unknown): value is Section {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !Object.keys(value).some((key) => key === 'Ref' || key.startsWith('Fn::'))
  )
}
