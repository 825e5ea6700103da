import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { entries } from '../architecture/imports'

const src = join(__dirname, '../../src')

/** What an entry exports, as its source says: types in angle brackets. There is no `export *` in src, so the names are all there. */
function exportsOf(entry: string): readonly string[] {
  const tree = ts.createSourceFile(entry, readFileSync(join(src, `${entry}.ts`), 'utf8'), ts.ScriptTarget.Latest, true)
  const asType = (name: string) => `<${name}>`
  const names = tree.statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause)) {
      const { elements } = statement.exportClause
      return elements.map(({ name, isTypeOnly }) => (statement.isTypeOnly || isTypeOnly ? asType(name.text) : name.text))
    }
    if (!ts.canHaveModifiers(statement) || !ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
      return []
    if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => name.getText())
    if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) return [statement.name!.text]
    return ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement) ? [asType(statement.name.text)] : []
  })
  // The overloads of a function have one name.
  return [...new Set(names)].sort()
}

/** The public API: whoever changes a list changes the CHANGELOG as well. */
const published: Readonly<Record<string, readonly string[]>> = {
  index: [
    ...['mockLambda', 'mockClient', 'ServiceError', 'UsageError', 'defineConfig', '<LambdaConfig>'],
    ...['streamify', 'HttpResponseStream', 'coldStart'],
    ...['<StreamingHandler>', '<ResponseStream>', '<StreamChunk>', '<HttpResponseMetadata>'],
    ...['<WebExchange>', '<WebRequest>', '<WebReply>', '<WebOutcome>', '<S3Refusal>'],
    ...['<MockLambda>', '<Clients>', '<MockLambdaOptions>', '<MockClock>', '<RegionView>', '<Snapshot>'],
    ...['<TypedClient>', '<SentCommand>', '<AwsClientStub>', '<AwsStub>', '<ReceivedCommand>'],
    ...['<FunctionBuilder>', '<FunctionSettings>', '<HandlerFunction>', '<Context>', '<Duration>'],
    ...[
      '<AsyncSettings>',
      '<UrlSettings>',
      '<CorsSettings>',
      '<TriggerSettings>',
      '<EventSourceFinder>',
      '<QueueAttributes>',
      '<QueueSource>',
      '<AttributeInput>',
      '<MessageInput>',
      '<LogSource>',
      '<BrokerSettings>',
      '<ClusterSettings>',
      '<StreamSettings>',
      '<TableStreamSettings>',
      '<StreamRecordInput>',
      '<TableChangeInput>',
      '<ActiveMqMessageInput>',
      '<DocumentChangeInput>',
      '<RabbitMqMessageInput>',
      '<TopicRecordInput>',
      '<SourceBatch>',
      '<SourceMessage>',
      '<SourceMessages>',
      '<PermissionSettings>',
      '<Target>',
      '<AliasTarget>',
      '<LayerBuilder>',
      '<LayerSettings>',
      '<LayerChoice>',
      '<PublishedLayer>',
      '<CodeSigningSettings>',
      '<SeededCodeSigningConfig>',
      '<ObjectReference>',
    ],
    ...['<Contract>', '<HonourOptions>'],
    ...['<On>', '<RuleBuilder>', '<HandWritten>', '<TypedCommand>', '<Match>', '<InputMatch>', '<AsymmetricMatcher>'],
    ...['<NetworkCode>', '<Throttle>', '<ThrottleReason>', '<ForeignAnswer>', '<Latency>', '<Drip>'],
    ...['<Truncation>', '<Garbling>', '<StreamPlace>', '<SetChaos>', '<ChaosSettings>', '<Chaos>'],
    ...['<CallEntry>', '<Invocation>', '<Delivery>', '<MessageAttribute>', '<Deliverer>'],
    ...['<Inspection>', '<Happening>', '<CallView>', '<InvocationView>', '<DeliveryView>', '<FunctionView>', '<RuleView>'],
    ...['<PushEvents>', '<EventPush>', '<RequestPush>', '<ApiGatewayPush>', '<AlbPush>', '<Time>'],
    ...['<SnsMessage>', '<SnsAttribute>', '<SnsEvent>', '<S3Change>', '<S3EventName>', '<S3Event>'],
    ...['<BusEvent>', '<EventBridgeEvent>', '<Schedule>', '<ScheduledEvent>', '<LogLine>', '<LogLines>', '<LogsEvent>'],
    ...['<HttpRequest>', '<HttpAnswer>', '<ApiRequest>', '<RestApiEvent>', '<HttpApiEvent>', '<AlbRequest>', '<AlbEvent>'],
    ...['<CognitoRequest>', '<TriggerSource>', '<CognitoEvent>'],
    ...['<OperationName>', '<Input>', '<Output>', '<ErrorName>', '<ErrorMembers>'],
  ],
  jest: [],
  vitest: [],
  matchers: ['matchers', '<MatcherName>', '<MatcherResult>', '<LambdaMatchers>', '<ReceiveAliases>'],
  sinon: ['spyOn', '<Noted>', '<OperationSpy>'],
  server: [
    ...['connectQueue', 'connectStream', '<ConnectOptions>', '<ConnectQueueOptions>', '<Connection>', '<EngineClient>'],
    'serve',
    'defineConfig',
    '<Endpoint>',
    '<ServeOptions>',
    '<LambdaConfig>',
  ],
  nock: ['mockLambda', 'mockClient', '<NockLambdaOptions>', '<NockModule>'],
  contract: [
    ...['defineContract', 'writeContract', 'readContract', 'verifyContract', 'verifyContracts'],
    ...['recordContract', 'diffContracts', 'apiContract', 'mergeApiContracts'],
    ...['textReport', 'jsonReport', 'junitReport'],
    ...['ContractBreach', 'isContractBreach'],
    ...[
      '<Contract>',
      '<ContractDefinition>',
      '<ErrorSchemas>',
      '<Example>',
      '<AnsweredExample>',
      '<FailedExample>',
      '<EventOf>',
      '<ResponseOf>',
    ],
    ...['<Schema>', '<StandardSchema>', '<StandardResult>', '<JsonSchema>', '<TypeGuard>', '<PayloadOf>'],
    ...['<VerifyOptions>', '<ContractHandler>', '<ContractHandlers>', '<States>', '<StateSetup>', '<WriteOptions>'],
    ...['<RecordOptions>', '<RecordedRun>', '<ContractChange>', '<ContractDiff>'],
    ...['<ApiReport>', '<OperationReport>', '<UsedCall>', '<Report>'],
    ...['<Breach>', '<Issue>', '<VerificationReport>', '<ContractResult>', '<ExampleResult>'],
  ],
  cli: [],
}

describe('the public API', () => {
  it('has these entries', () => {
    expect([...entries].sort()).toEqual(Object.keys(published).sort())
  })

  it.each(Object.entries(published))('of the entry %s is this list', (entry, names) => {
    expect(exportsOf(entry)).toEqual([...names].sort())
  })

  // The others register with a runner, or run, when they are loaded.
  it.each(['index', 'matchers', 'sinon', 'server', 'nock', 'contract'])(
    'of the entry %s is what the module gives at run time',
    async (entry) => {
      const module = (await import(`../../src/${entry}`)) as object
      expect(Object.keys(module).sort()).toEqual(published[entry]!.filter((name) => !name.startsWith('<')).sort())
    },
  )

  it('is built from a file of src for every entry', () => {
    expect(entries.filter((entry) => !existsSync(join(src, `${entry}.ts`)))).toEqual([])
  })
})
