import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createTemplateSource } from '../../../src/cli/template/templateSource'
import { seedingSymbol, type Seeding } from '../../../src/double/seeding'
import { mockLambda, type MockLambda } from '../../../src/index'

let folder: string
let lambda: MockLambda
let warnings: string[]

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'lambdouble-template-')))
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(join(__dirname, '../../../node_modules/esbuild'), join(folder, 'node_modules/esbuild'))
  lambda = mockLambda({ region: 'us-east-1', uploadedCode: 'run' })
  warnings = []
})
afterEach(() => {
  lambda.restore()
  rmSync(folder, { recursive: true, force: true })
})

function put(files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
}

/** Takes a template over, with line numbers that begin with its first line. */
async function apply(template: string, name = 'template.yaml') {
  put({ [name]: template })
  const seeding = (lambda as unknown as { [seedingSymbol]: Seeding })[seedingSymbol]
  const source = createTemplateSource(join(folder, name), seeding, {
    warn: (text) => void warnings.push(text.replaceAll(`${folder}/`, '')),
  })
  await source.seed().catch((error: Error) => {
    throw new Error(error.message.replaceAll(`${folder}/`, '').split('\n')[0])
  })
  return source
}

async function invoke(name: string, event: unknown = {}): Promise<any> {
  const { Payload } = await (lambda.client() as LambdaClient).send(
    new InvokeCommand({ FunctionName: name, Payload: JSON.stringify(event) }),
  )
  return JSON.parse(Payload!.transformToString())
}

const one = () => lambda.inspection.functions()[0]!

describe('a SAM template', () => {
  const sam = (properties: string, others = '') => `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: nodejs22.x
${properties.replace(/^(?=.)/gm, '      ')}
${others}`
  const app = { 'src/app.js': 'exports.handler = async (event) => ({ event, env: process.env.STAGE })' }

  it('gives functions with their code, configuration and everything around them', async () => {
    put({ ...app, 'src/app.js': "exports.handler = async (event) => ({ event, env: process.env.STAGE, tool: require('tool') })" })
    put({ 'layer/nodejs/node_modules/tool/index.js': 'module.exports = 7' })
    await apply(
      sam(
        `FunctionName: !Sub '\${Stage}-orders'
AutoPublishAlias: live
ReservedConcurrentExecutions: '5'
MemorySize: '256'
Layers: [!Ref Tools]
Environment: { Variables: { STAGE: !Ref Stage } }
FunctionUrlConfig: { AuthType: NONE }
EventInvokeConfig:
  MaximumRetryAttempts: 0
  DestinationConfig: { OnFailure: { Type: SQS, Destination: !GetAtt Jobs.Arn } }
Events:
  FromQueue: { Type: SQS, Properties: { Queue: !GetAtt Jobs.Arn, BatchSize: 5 } }`,
        `  Tools: { Type: AWS::Serverless::LayerVersion, Properties: { ContentUri: layer } }
  Jobs: { Type: AWS::SQS::Queue, Properties: { QueueName: jobs } }
Parameters: { Stage: { Type: String, Default: dev } }
Globals: { Function: { Timeout: 9, Environment: { Variables: { OTHER: x } } } }`,
      ),
    )
    expect(one()).toMatchObject({
      name: 'dev-orders',
      memorySize: 256,
      timeout: 9,
      variables: ['OTHER', 'STAGE'],
      aliases: [{ name: 'live', version: '1' }],
      layers: [expect.stringMatching(/:layer:Tools:1$/)],
      triggers: [{ source: 'arn:aws:sqs:us-east-1:123456789012:jobs' }],
      urls: [{ qualifier: 'live', authType: 'NONE' }],
      reservedConcurrency: 5,
    })
    expect(await invoke('dev-orders:live', { id: 7 })).toEqual({ event: { id: 7 }, env: 'dev', tool: 7 })
  })

  it('may be taken over again: what changed is brought up to date, and nothing is there twice', async () => {
    put(app)
    const properties = `AutoPublishAlias: live
Events: { Q: { Type: SQS, Properties: { Queue: 'arn:aws:sqs:us-east-1:123456789012:jobs' } } }
FunctionUrlConfig: { AuthType: NONE }`
    await apply(sam(properties))
    const { urls } = one()
    await apply(sam(properties))
    expect(one()).toMatchObject({ versions: ['1'], triggers: [{}], urls })
    put({ 'src/app.js': 'exports.handler = async () => "changed"' })
    await apply(sam(`${properties}\nTimeout: 60`))
    expect(one()).toMatchObject({ versions: ['1', '2'], aliases: [{ version: '2' }], triggers: [{}], timeout: 60 })
    expect(await invoke('Orders:live')).toBe('changed')
  })

  it('may be taken over again with a virtual host of RabbitMQ, which no update may name', async () => {
    put(app)
    const queue = `Broker: 'arn:aws:mq:us-east-1:123456789012:broker:demo:b-1', Queues: [jobs]`
    const access = `SourceAccessConfigurations: [{ Type: BASIC_AUTH, URI: secret }, { Type: VIRTUAL_HOST, URI: / }]`
    const properties = (batch: number) => `Events: { Q: { Type: MQ, Properties: { ${queue}, ${access}, BatchSize: ${batch} } } }`
    await apply(sam(properties(5)))
    await apply(sam(properties(7)))
    const seeding = (lambda as unknown as { [seedingSymbol]: Seeding })[seedingSymbol]
    const mappings = [...seeding.seed().region().eventSourceMappings.values()]
    expect(mappings).toMatchObject([
      { settings: { batchSize: 7, sourceAccessConfigurations: [{ Type: 'BASIC_AUTH' }, { Type: 'VIRTUAL_HOST', URI: '/' }] } },
    ])
  })

  it('bundles TypeScript with the esbuild of the project, and watches what went in', async () => {
    put({
      'src/app.ts': "import { answer } from './lib/answer'\nexport const handler = async (): Promise<number> => answer",
      'src/lib/answer.ts': 'export const answer: number = 42',
    })
    const source = await apply(sam(''))
    expect(await invoke('Orders')).toBe(42)
    expect(
      source
        .files()
        .map((file) => file.slice(folder.length + 1))
        .sort(),
    ).toEqual(['src/app.ts', 'src/lib/answer.ts', 'template.yaml'])
  })

  it('takes the build settings of esbuild from Metadata', async () => {
    put({ 'src/app.ts': 'export const handler = async () => process.env.NOTHING' })
    const metadata =
      '    Metadata: { BuildMethod: esbuild, BuildProperties: { EntryPoints: [app.ts], Define: [\'process.env.NOTHING="defined"\'], Minfy: true } }'
    await apply(sam('').trimEnd() + `\n${metadata}\n`)
    expect(await invoke('Orders')).toBe('defined')
    expect(warnings).toEqual([
      'Warning: template.yaml:3 (Orders): Metadata.BuildProperties.Minfy is not known here, and left out.',
    ])
  })

  it.each([
    [
      'what cannot be resolved',
      'Environment: { Variables: { A: !ImportValue there } }',
      'Warning: template.yaml:9: Resources.Orders.Properties.Environment.Variables.A is left out: another stack exports "there".',
    ],
    [
      'a parameter without a value',
      'Description: !Ref Absent',
      /^Warning: template\.yaml:9: Resources\.Orders\.Properties\.Description is left out: there is no parameter/,
    ],
    [
      'a property that nobody has',
      'MemorySise: 128',
      'Warning: template.yaml:9: Orders has a property MemorySise, which is not known here and is left out. Is it MemorySize?',
    ],
    [
      'events that nobody sends',
      'Events: { Http: { Type: Api, Properties: { Path: / } } }',
      'Warning: template.yaml:3 (Orders): nobody here sends the events Http (Api); invoke the function with one yourself.',
    ],
  ])('warns of %s, once', async (_, properties, warning) => {
    put(app)
    const source = await apply(sam(properties))
    await source.seed()
    expect(warnings).toEqual([typeof warning === 'string' ? warning : expect.stringMatching(warning)])
  })

  it('warns of resources that are none of Lambda, all together', async () => {
    put(app)
    await apply(
      sam(
        '',
        '  Api: { Type: AWS::ApiGateway::RestApi }\n  Site: { Type: AWS::CloudFront::Distribution }\n  Jobs: { Type: AWS::SQS::Queue }',
      ),
    )
    expect(warnings).toEqual([
      'Warning: template.yaml: these have names and ARNs here, and nothing more: Jobs (AWS::SQS::Queue).',
      'Warning: template.yaml: these are not of Lambda, and are left out: Api (AWS::ApiGateway::RestApi), Site (AWS::CloudFront::Distribution).',
    ])
  })

  it.each([
    ['the code that is not there', sam('').replace('src/', 'scr/'), /^template\.yaml:3 \(Orders\): there is no code at scr\.$/],
    [
      'what AWS would refuse',
      sam('Timeout: 9000'),
      /^template\.yaml:3 \(Orders\) asks for something that AWS would refuse\. CreateFunction answers ValidationException/,
    ],
    ['the line that is no YAML', 'Resources:\n  Orders: [', /^template\.yaml:2 cannot be read\. /],
    ['a file without resources', 'Outputs: {}', 'template.yaml is no template: it has no section Resources.'],
    ['a resource without a type', 'Resources:\n  Orders: {}', 'template.yaml:2: the resource Orders has no Type.'],
  ])('names %s', async (_, template, message) => {
    put(app)
    await expect(apply(template)).rejects.toThrow(message)
  })

  it('names the line of TypeScript that cannot be bundled', async () => {
    put({ 'src/app.ts': 'export const x = 1\nexport const handler = async ( => 1' })
    await expect(apply(sam(''))).rejects.toThrow(/^src\/app\.ts:2 cannot be bundled: /)
  })
})

describe('a CloudFormation template', () => {
  it('in JSON or YAML gives versions, aliases, mappings, URLs, event invoke configs and permissions', async () => {
    const fn = { 'Fn::GetAtt': ['Plain', 'Arn'] }
    const resource = (Type: string, Properties: object) => ({ Type: `AWS::Lambda::${Type}`, Properties })
    await apply(
      JSON.stringify({
        Conditions: { Never: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'nowhere'] } },
        Mappings: { Sizes: { 'us-east-1': { small: 512 } } },
        Resources: {
          Alias: resource('Alias', {
            FunctionName: { Ref: 'Plain' },
            Name: 'stable',
            FunctionVersion: { 'Fn::GetAtt': ['V1', 'Version'] },
          }),
          V1: resource('Version', { FunctionName: { Ref: 'Plain' } }),
          Plain: resource('Function', {
            Runtime: 'nodejs22.x',
            Handler: 'index.handler',
            Role: { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${R}' },
            Code: { ZipFile: 'exports.handler = async () => process.env.JOINED' },
            MemorySize: { 'Fn::FindInMap': ['Sizes', { Ref: 'AWS::Region' }, 'small'] },
            DeadLetterConfig: { TargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] } },
            Environment: {
              Variables: {
                JOINED: {
                  'Fn::Join': [
                    '-',
                    ['a', { 'Fn::Select': [1, { 'Fn::Split': [',', 'x,b'] }] }, { 'Fn::If': ['Never', 'c', 'd'] }],
                  ],
                },
                ALIAS: { Ref: 'Alias' },
                GONE: { Ref: 'AWS::NoValue' },
              },
            },
            Tags: [{ Key: 'team', Value: 'shop' }],
          }),
          Absent: { ...resource('Function', {}), Condition: 'Never' },
          Mapping: resource('EventSourceMapping', {
            FunctionName: fn,
            EventSourceArn: { 'Fn::GetAtt': ['Dead', 'Arn'] },
            BatchSize: '3',
            Enabled: 'true',
          }),
          Url: resource('Url', { TargetFunctionArn: fn, AuthType: 'AWS_IAM' }),
          Async: resource('EventInvokeConfig', { FunctionName: { Ref: 'Plain' }, Qualifier: '$LATEST', MaximumRetryAttempts: 1 }),
          Perm: resource('Permission', { FunctionName: fn, Action: 'lambda:InvokeFunction', Principal: 's3.amazonaws.com' }),
          Dead: { Type: 'AWS::SQS::Queue' },
          R: { Type: 'AWS::IAM::Role' },
        },
      }),
      'template.json',
    )
    expect(lambda.inspection.functions()).toMatchObject([
      {
        name: 'Plain',
        memorySize: 512,
        variables: ['JOINED', 'ALIAS'],
        versions: ['1'],
        aliases: [{ name: 'stable', version: '1' }],
        triggers: [{ source: 'arn:aws:sqs:us-east-1:123456789012:Dead' }],
        urls: [{ authType: 'AWS_IAM' }],
      },
    ])
    expect(await invoke('Plain:stable')).toBe('a-b-d')
    expect(warnings).toEqual([expect.stringMatching(/these have names and ARNs here/)])
  })

  it('says of other runtimes that they can only be configured', async () => {
    await apply(`Resources:
  Py:
    Type: AWS::Lambda::Function
    Properties: { Runtime: python3.12, Handler: a.b, Role: 'arn:aws:iam::123456789012:role/r', Code: { ZipFile: 'x = 1' } }`)
    expect(warnings).toEqual([
      'Warning: template.yaml:2 (Py): Py is for python3.12 and can be configured, but not run here: only Node.js can.',
    ])
  })
})
