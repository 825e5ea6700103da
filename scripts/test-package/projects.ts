/** The projects of users that the packed package is tried in: what they install, their files, and the commands that have to succeed. */
export interface Project {
  readonly name: string
  readonly dependencies: Readonly<Record<string, string>>
  /** Content by path. */
  readonly files: Readonly<Record<string, string>>
  /** A command by what it shows. */
  readonly commands: Readonly<Record<string, readonly string[]>>
  readonly environment?: Readonly<Record<string, string>>
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

export function projects(entries: readonly string[]): readonly Project[] {
  return [
    {
      name: 'today',
      dependencies: {
        '@aws-sdk/client-lambda': '^3',
        '@types/jest': '^30',
        '@types/node': '^20',
        jest: '^30',
        'ts-jest': '^29.4',
        typescript: '~5.9',
        vitest: '^4',
      },
      files: {
        'tsconfig.json': tsconfig(['node', 'jest', 'lambdouble/jest']),
        'jest.config.cjs': tsJest('*.jest.ts'),
        'orders.jest.ts': imports + test(exercise + withExpect),
        'esm.config.cjs': `module.exports = { testMatch: ['**/*.jest.mjs'], transform: {}, setupFilesAfterEnv: ['lambdouble/jest'] }\n`,
        'orders.jest.mjs': imports + test(javaScript + withExpect),
        'vitest.config.mts': `export default { test: { include: ['orders.vitest.ts'], setupFiles: ['lambdouble/vitest'] } }\n`,
        'orders.vitest.ts': `import { expect, test } from 'vitest'\n${imports}${test(exercise + withExpect)}`,
        'orders.node.mjs': `import assert from 'node:assert/strict'\nimport { test } from 'node:test'\n${imports}${test(javaScript + withAssert)}`,
        'orders.node.cjs': `const assert = require('node:assert/strict')\nconst { test } = require('node:test')\n${requires}${test(javaScript + withAssert)}`,
        ...typeFiles(entries),
      },
      commands: {
        'Jest 30, CommonJS, ts-jest with type check': ['npx', 'jest', '--config', 'jest.config.cjs'],
        'Jest 30, ECMAScript modules': [
          'node',
          '--experimental-vm-modules',
          'node_modules/jest/bin/jest.js',
          '--config',
          'esm.config.cjs',
        ],
        'Vitest 4': ['npx', 'vitest', 'run'],
        'node:test, ECMAScript modules': ['node', '--test', 'orders.node.mjs'],
        'node:test, CommonJS': ['node', '--test', 'orders.node.cjs'],
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
        '@types/node': '^20',
        jest: '^29',
        'ts-jest': '^29.4',
        typescript: '~5.4',
      },
      files: {
        'tsconfig.json': tsconfig(['node']),
        'jest.config.cjs': tsJest('*.jest.ts'),
        'orders.jest.ts': `import { expect, test } from '@jest/globals'\nimport 'lambdouble/jest'\n${imports}${test(exercise + withExpect)}`,
      },
      commands: {
        'Jest 29 with @jest/globals, ts-jest with type check, the oldest SDK': ['npx', 'jest', '--config', 'jest.config.cjs'],
      },
    },
  ]
}
