/** The projects of users that the packed package is tried in: what they install, their files, and the commands that have to succeed. */
export interface Project {
  readonly name: string
  readonly dependencies: Readonly<Record<string, string>>
  /** Content by path. */
  readonly files: Readonly<Record<string, string>>
  /** Default: npm. */
  readonly install?: readonly string[]
  /** A command by what it shows. */
  readonly commands: Readonly<Record<string, readonly string[]>>
}

const imports = `import { InvokeCommand, LambdaClient, TooManyRequestsException } from '@aws-sdk/client-lambda'
import { mockLambda, ServiceError } from 'lambdouble'
`

const requires = `const { InvokeCommand, LambdaClient, TooManyRequestsException } = require('@aws-sdk/client-lambda')
const { mockLambda, ServiceError } = require('lambdouble')
`

/** The same in every runner, in JavaScript that is TypeScript too: the client is older than the double, as in code under test. */
const exercise = `
  const client = new LambdaClient({})
  const lambda = mockLambda()
  lambda.function('orders', async (event) => ({ id: event.id, ok: true }))
  lambda.on('Invoke', { FunctionName: 'orders' }).throttles().times(2)
  lambda.on('Invoke', { FunctionName: 'payments' }).throttles()

  const invoke = (name${': string'}) => client.send(new InvokeCommand({ FunctionName: name, Payload: JSON.stringify({ id: 7 }) }))
  const reply = await invoke('orders')
  const refusal = await invoke('payments').catch((error) => error)
  const seen = {
    answer: JSON.parse(reply.Payload?.transformToString() ?? ''),
    attempts: reply.$metadata.attempts,
    refusal: refusal instanceof TooManyRequestsException,
    error: new ServiceError('ServiceException', 'x').status,
  }
`
const javaScript = exercise.replace(': string', '')
const expected = `{ answer: { id: 7, ok: true }, attempts: 3, refusal: true, error: 500 }`

const withExpect = `
  expect(seen).toEqual(${expected})
  expect(lambda).toHaveInvoked('orders', { id: 7 })
  expect(lambda).not.toHaveInvoked('refunds')
  expect(() => expect(lambda).toHaveInvoked('refunds')).toThrow(/refunds/)
  lambda.restore()
`
const withAssert = `
  assert.deepEqual(seen, ${expected})
  lambda.assert.invoked('orders', { id: 7 })
  lambda.assert.not.invoked('refunds')
  assert.throws(() => lambda.assert.invoked('refunds'), /refunds/)
  lambda.restore()
`
const test = (body: string) => `\ntest('invokes, retries, asserts', async () => {${body}})\n`

/** What the compiler has to refuse, whichever expect it is. */
const refused = `
export const refused = (lambda: ReturnType<typeof mockLambda>) => [
  // @ts-expect-error a misspelled matcher
  () => expect(lambda).toHaveInvokd('orders'),
  // @ts-expect-error an operation that AWS does not have
  () => expect(lambda).toHaveRetried('Invok'),
  // @ts-expect-error a member that the input does not have
  () => expect(lambda).toHaveReceivedCommandWith(InvokeCommand, { FunctioName: 'orders' }),
  // @ts-expect-error an error that AWS does not have
  () => lambda.on('Invoke').fails('ServiceExeption'),
]
`
const withSinon = `import sinon from 'sinon'
import { spyOn } from 'lambdouble/sinon'
${imports}
const spied = async () => {
  const lambda = mockLambda()
  lambda.function('orders').returns({ ok: true })
  const spy = spyOn(lambda, 'Invoke')
  await new LambdaClient().send(new InvokeCommand({ FunctionName: 'orders', Payload: JSON.stringify({ id: 7 }) }))
  sinon.assert.calledOnceWithExactly(spy, { FunctionName: 'orders', Payload: { id: 7 } })
  sinon.assert.calledWith(spy, sinon.match({ Payload: { id: sinon.match.number } }))
  lambda.restore()
}
test('spies', spied)
`

/** What is read late has not been read when the first Invoke is answered. */
const late = `const assert = require('node:assert/strict')
const { test } = require('node:test')
${requires}
test('a first Invoke reads the core and the tables of AWS', async () => {
  const lambda = mockLambda()
  lambda.function('orders', async () => ({ ok: true }))
  await new LambdaClient().send(new InvokeCommand({ FunctionName: 'orders' }))
  const chunks = Object.keys(require.cache).map((file) => /lambdouble\\Wdist\\Wchunks\\W(.*)-.{8}\\.cjs$/.exec(file)?.[1])
  assert.deepEqual(chunks.filter(Boolean).sort(), ['core', 'later-model'])
  lambda.restore()
})
`

/** What is read after the modules were reset comes with a core of its own, and has to get on with the double of before. */
const resetModules = `${requires}
test('a double outlasts its modules', async () => {
  const lambda = mockLambda()
  const queue = 'arn:aws:sqs:us-east-1:123456789012:jobs'
  const client = new LambdaClient({})
  jest.resetModules()
  lambda.function('orders', async () => ({ ok: true })).trigger(queue)
  lambda.eventSource(queue).send({ id: 7 })
  await lambda.settled()
  lambda.on('Invoke').throttles().times(1)
  await client.send(new InvokeCommand({ FunctionName: 'orders' }))
  expect(lambda).toHaveRetried('Invoke', 1)
  expect(lambda).toHaveProcessed(queue, { id: 7 })
  expect(() => lambda.assert.invoked('refunds')).toThrow(/refunds/)
  expect(() => lambda.on('Invok')).toThrow(UsageError)
  lambda.restore()
})
`.replace('ServiceError }', 'ServiceError, UsageError }')

/** As users write it who let ts-jest check their types: node10 resolution is its default. */
const tsconfig = (types: readonly string[]) =>
  JSON.stringify({
    compilerOptions: {
      target: 'ES2022',
      module: 'CommonJS',
      moduleResolution: 'node10',
      esModuleInterop: true,
      strict: true,
      skipLibCheck: true,
      types,
    },
  })
const tsJest = (match: string) =>
  `module.exports = { testMatch: ['**/${match}'], preset: 'ts-jest', setupFilesAfterEnv: ['lambdouble/jest'] }\n`

/** Global types come by tsconfig's \`types\`, those of @jest/globals by an import. */
const jestFiles = {
  'tsconfig.json': tsconfig(['node', 'jest', 'lambdouble/jest']),
  'jest.config.cjs': tsJest('*.jest.ts'),
  'global.jest.ts': imports + refused + test(exercise + withExpect),
  'imported.jest.ts': `import { expect, test } from '@jest/globals'\nimport 'lambdouble/jest'\n${imports}${refused}${test(exercise + withExpect)}`,
  'reset.config.cjs': `module.exports = { testMatch: ['**/reset.jest.cjs'], setupFilesAfterEnv: ['lambdouble/jest'] }\n`,
  'esm.config.cjs': `module.exports = { testMatch: ['**/*.jest.mjs'], transform: {}, setupFilesAfterEnv: ['lambdouble/jest'] }\n`,
  'reset.jest.cjs': resetModules,
  'global.jest.mjs': imports + test(javaScript + withExpect),
  'imported.jest.mjs': `import { expect, test } from '@jest/globals'\n${imports}${test(javaScript + withExpect)}`,
}
const jestCommands = (version: string) => ({
  [`Jest ${version}, CommonJS, ts-jest with type check, global and @jest/globals`]: [
    'npx',
    'jest',
    '--config',
    'jest.config.cjs',
  ],
  [`Jest ${version}, CommonJS, modules that are reset`]: ['npx', 'jest', '--config', 'reset.config.cjs'],
  [`Jest ${version}, ECMAScript modules, global and @jest/globals`]: [
    ...['node', '--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--config', 'esm.config.cjs'],
  ],
})

const vitestFiles = {
  'vitest.config.mts': `export default { test: { include: ['orders.vitest.ts'], setupFiles: ['lambdouble/vitest'] } }\n`,
  'orders.vitest.ts': `import { expect, test } from 'vitest'\nimport 'lambdouble/vitest'\n${imports}${refused}${test(exercise + withExpect)}`,
  'vitest/tsconfig.json': JSON.stringify({
    compilerOptions: {
      ...{ target: 'ES2022', module: 'ESNext', moduleResolution: 'bundler', strict: true, skipLibCheck: true, noEmit: true },
      types: ['node'],
    },
    files: ['../orders.vitest.ts'],
  }),
}
const vitestCommands = (version: string, node: readonly string[] = ['node']) => ({
  [`Vitest ${version}`]: [...node, 'node_modules/vitest/vitest.mjs', 'run'],
  [`Vitest ${version}, type check`]: ['npx', 'tsc', '-p', 'vitest'],
})
/** Vitest 5 takes Node 22.12. */
const node22 = ['npx', '-y', '-p', 'node@22', 'node']

/** A program that touches every entry, for the type checker alone. */
const program = (entries: readonly string[]) =>
  [
    ...entries.map((entry, index) => `import * as entry${index} from '${entry}'`),
    imports,
    `export const entries: readonly object[] = [${entries.map((_, index) => `entry${index}`).join(', ')}]`,
    `export async function run() {${exercise}  lambda.assert.invoked('orders', { id: 7 })\n  return seen\n}`,
  ].join('\n')

const resolutions = { node10: 'CommonJS', node16: 'Node16', nodenext: 'NodeNext', bundler: 'ESNext' }
const typeFiles = (entries: readonly string[]) => ({
  ...Object.fromEntries(
    Object.entries(resolutions).flatMap(([moduleResolution, module]) => {
      const dual = moduleResolution.startsWith('node') && moduleResolution !== 'node10'
      return [
        ...(dual ? ['cts', 'mts'] : ['ts']).map((extension) => [
          `types/${moduleResolution}/program.${extension}`,
          program(entries),
        ]),
        [
          `types/${moduleResolution}/tsconfig.json`,
          JSON.stringify({
            compilerOptions: {
              target: 'ES2022',
              module,
              moduleResolution,
              strict: true,
              exactOptionalPropertyTypes: true,
              skipLibCheck: false,
              noEmit: true,
              types: ['node'],
            },
          }),
        ],
      ]
    }),
  ),
})

const nockImports = imports.replace(
  "mockLambda, ServiceError } from 'lambdouble'",
  "ServiceError } from 'lambdouble'\nimport { mockLambda } from 'lambdouble/nock'",
)
const nockRequires = `${requires.replace("mockLambda, ServiceError } = require('lambdouble')", "ServiceError } = require('lambdouble')\nconst { mockLambda } = require('lambdouble/nock')")}
${test(javaScript + withExpect)}`
const nockJest = `module.exports = { testMatch: ['**/*.test.cjs'], setupFilesAfterEnv: ['lambdouble/jest'] }\n`
const nockTest = `import assert from 'node:assert/strict'
import { request } from 'node:https'
import { Socket } from 'node:net'
import { test } from 'node:test'
${nockImports}
const { connect } = Socket.prototype
${test(javaScript + withAssert + '  assert.equal(Socket.prototype.connect, connect)\n')}
test('what nock lets through is refused', async () => {
  const lambda = mockLambda()
  const options = { method: 'PUT', headers: { expect: '100-continue' } }
  const error = await new Promise((resolve) => {
    const sent = request('https://lambda.us-east-1.amazonaws.com/nope', options, resolve).on('error', resolve)
    sent.end()
  })
  // Version 15 leaves a request that expects 100-continue to the network; the others ask the double, which knows no such operation.
  assert.match(error.message, /A connection to lambda.us-east-1.amazonaws.com was refused|is no operation of the Lambda API/)
  lambda.restore()
})
`
const nockProject = (version: string, commands: Project['commands'], files: Project['files'] = {}): Project => ({
  name: `nock ${version}`,
  dependencies: { '@aws-sdk/client-lambda': '^3', jest: '^30', nock: `^${version}` },
  files: { 'orders.nock.mjs': nockTest, 'orders.test.cjs': nockRequires, 'jest.config.cjs': nockJest, ...files },
  commands,
})

/** Entries that are required where their package is missing say so; those that are imported leave it to Node.js, but for Jest's. */
const alone = `const assert = require('node:assert/strict')
const { spawnSync } = require('node:child_process')
const { test } = require('node:test')
const outputOf = (...options) => spawnSync(process.execPath, options, { encoding: 'utf8' }).stderr
for (const [entry, name] of [['jest', '@jest/globals'], ['sinon', 'sinon'], ['vitest', 'vitest']]) {
  const text = new RegExp('^UsageError: lambdouble/' + entry + ' needs the package ' + name + ', .*: npm install --save-dev ' + entry, 'm')
  const imported = entry === 'jest' ? text : new RegExp("Cannot find package '" + name + "'")
  test(entry, () => {
    assert.match(outputOf('-e', "require('lambdouble/" + entry + "')"), text)
    assert.match(outputOf('--input-type=module', '-e', "import 'lambdouble/" + entry + "'"), imported)
  })
}
`

export function projects(entries: readonly string[]): readonly Project[] {
  return [
    {
      name: 'today',
      dependencies: {
        '@aws-sdk/client-lambda': '^3',
        '@types/jest': '^30',
        '@types/node': '^20',
        '@types/sinon': '^22',
        jest: '^30',
        sinon: '^22',
        'ts-jest': '^29.4',
        typescript: '~5.9',
        vitest: '^4',
      },
      files: {
        ...jestFiles,
        ...vitestFiles,
        'sinon.jest.ts': withSinon,
        'sinon.node.mjs': `import { test } from 'node:test'\n${withSinon}`,
        'orders.node.mjs': `import assert from 'node:assert/strict'\nimport { test } from 'node:test'\n${imports}${test(javaScript + withAssert)}`,
        'late.node.cjs': late,
        'orders.node.cjs': `const assert = require('node:assert/strict')\nconst { test } = require('node:test')\n${requires}${test(javaScript + withAssert)}`,
        ...typeFiles(entries),
      },
      commands: {
        ...jestCommands('30'),
        ...vitestCommands('4'),
        'sinon, ECMAScript modules': ['node', '--test', 'sinon.node.mjs'],
        'node:test, ECMAScript modules': ['node', '--test', 'orders.node.mjs'],
        'node:test, CommonJS': ['node', '--test', 'orders.node.cjs', 'late.node.cjs'],
        'the command': ['npx', '--no-install', 'lambdouble', 'help'],
        ...Object.fromEntries(
          Object.keys(resolutions).map((name) => [`tsc, moduleResolution ${name}`, ['npx', 'tsc', '-p', `types/${name}`]]),
        ),
      },
    },
    {
      name: 'yesterday',
      dependencies: {
        '@aws-sdk/client-lambda': '3.600.0',
        '@jest/globals': '^29',
        '@types/jest': '^29',
        '@types/node': '^20',
        jest: '^29',
        'ts-jest': '^29.4',
        typescript: '~5.4',
        vitest: '^3',
      },
      files: { ...jestFiles, ...vitestFiles },
      commands: { ...jestCommands('29'), ...vitestCommands('3') },
    },
    {
      name: 'tomorrow',
      dependencies: { '@aws-sdk/client-lambda': '^3', '@types/node': '^22', typescript: '~5.9', vitest: '^5' },
      files: vitestFiles,
      commands: vitestCommands('5', node22),
    },
    {
      // Nothing is found that is not asked for: the types of @jest/globals are those of expect.
      name: 'strict',
      dependencies: {
        '@aws-sdk/client-lambda': '^3',
        '@jest/globals': '^30',
        '@types/node': '^20',
        expect: '^30',
        jest: '^30',
        typescript: '~5.9',
      },
      install: ['npx', '-y', 'pnpm@9', 'install', '--config.hoist=false', '--prefer-offline'],
      files: {
        'tsconfig.json': tsconfig(['node']),
        'imported.jest.ts': jestFiles['imported.jest.ts'],
        'esm.config.cjs': jestFiles['esm.config.cjs'],
        'imported.jest.mjs': jestFiles['imported.jest.mjs'],
      },
      commands: {
        'pnpm without hoisting, types of @jest/globals': ['npx', 'tsc', '--noEmit', '-p', '.'],
        'pnpm without hoisting, Jest 30, ECMAScript modules':
          jestCommands('30')['Jest 30, ECMAScript modules, global and @jest/globals']!,
      },
    },
    {
      name: 'alone',
      dependencies: {},
      files: { 'alone.node.cjs': alone },
      commands: { 'the sentences of what is missing': ['node', '--test', 'alone.node.cjs'] },
    },
    ...['13', '14'].map((version) =>
      nockProject(version, {
        'Jest 30, CommonJS': ['npx', 'jest', '--config', 'jest.config.cjs'],
        'node:test, ECMAScript modules': ['node', '--test', 'orders.nock.mjs'],
      }),
    ),
    nockProject(
      '15',
      {
        'node:test on Node.js 22': ['npx', '-y', '-p', 'node@22', 'node', '--test', 'orders.nock.mjs'],
        'Jest 30, CommonJS: says which version works': ['npx', 'jest', '--config', 'jest.config.cjs'],
      },
      {
        'orders.test.cjs':
          "const { mockLambda } = require('lambdouble/nock')\n" +
          "test('says which version works', () => {\n  expect(() => mockLambda()).toThrow(/Install version 14/)\n})\n",
      },
    ),
  ]
}
