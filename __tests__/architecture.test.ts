import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import * as files from './architecture/files'
import * as imports from './architecture/imports'
import { readSources } from './architecture/readSources'
import type { Rule } from './architecture/rule'

const rules: Readonly<Record<string, Rule>> = {
  'imports point inward, as the table says': imports.importTable,
  'an import names a file that is there': imports.importsExist,
  'an operation never imports another': imports.operationsApart,
  'there is no import cycle': imports.noCycles,
  'packages are imported at the edge only': imports.packagesAtTheEdge,
  'the default entry loads no package': imports.indexLoadsNoPackage,
  'files are small enough to see': files.fileSize,
  'names follow the conventions': files.names,
  'a file gives what its name says': files.mainExport,
  'exports have names': files.namedExports,
  'importing does nothing': files.importingDoesNothing,
  'no word of unfinished work': files.words,
}

const sources = readSources(join(__dirname, '../src'))

describe('src', () => {
  it.each(Object.entries(rules))('%s', (_, rule) => {
    expect(rule(sources)).toEqual([])
  })

  it('is read as a whole', () => {
    expect(sources.map((source) => source.path)).toEqual(expect.arrayContaining(['errors/usageError', 'model/operations']))
    expect(sources.flatMap((source) => source.imports).length).toBeGreaterThan(sources.length)
  })
})

/** Each rule with files that break it, and what has to be said about them. */
const planted: readonly (readonly [
  rule: keyof typeof rules,
  files: Readonly<Record<string, string>>,
  violations: readonly string[],
])[] = [
  [
    'imports point inward, as the table says',
    {
      'state/world.ts': `import { x } from '../operations/x'`,
      'runtime/run.ts': `import { shapes } from '../model/shapes'\nimport type { A } from '../model/api'\nimport { e } from '../wire/eventStream'`,
      'faults/rule.ts': `import { type A, b } from '../wire/messages'\nimport { type C } from '../wire/messages'`,
      'journal/entry.ts': `export { x } from '../adapters/sdk/door'\nexport type Y = import('../runtime/run').Y`,
      'operations/x.ts': `export const later = () => import('../wire/match')`,
      'shelf/x.ts': '',
      'mockLambda.ts': `import { house } from './house'\nimport { sdk } from './adapters/sdk/door'`,
      'house.ts': `import type { Double } from './index'`,
      'index.ts': `import { sdk } from './adapters/sdk/door'`,
    },
    [
      'faults/rule: faults may not import values of wire/messages',
      'house: composition may not import index',
      'journal/entry: journal may not import runtime/run',
      'journal/entry: journal may not import values of adapters/sdk/door',
      'mockLambda: composition may not import values of adapters/sdk/door',
      'operations/x: operations may not import values of wire/match',
      'runtime/run: runtime may not import values of model/shapes',
      'shelf/x: module shelf is not in the import table',
      'state/world: state may not import values of operations/x',
    ],
  ],
  [
    'an import names a file that is there',
    { 'a/x.ts': `import '../b'\nimport './y.js'\nimport './z'`, 'a/z.ts': '', 'b/index.ts': '' },
    [
      `a/x: '../b' names no file; imports are relative, without extension and without index`,
      `a/x: './y.js' names no file; imports are relative, without extension and without index`,
    ],
  ],
  [
    'an operation never imports another',
    {
      'operations/registry.ts': `import { createAlias } from './aliases/createAlias'`,
      'operations/aliases/createAlias.ts': `import { requireFunction } from '../functions/function'\nimport { getFunction } from '../functions/getFunction'`,
    },
    [
      'operations/aliases/createAlias: imports the operation operations/functions/getFunction; move what both need to a file of the resource',
    ],
  ],
  [
    'there is no import cycle',
    {
      'a/one.ts': `import './two'`,
      'a/two.ts': `import './three'`,
      'a/three.ts': `import type { X } from './one'`,
      'a/four.ts': `import './two'`,
    },
    // Found from the first file in the order of the alphabet.
    ['a/two: is part of an import cycle: a/two -> a/three -> a/one -> a/two'],
  ],
  [
    'packages are imported at the edge only',
    {
      'wire/match.ts': `import { createHash } from 'crypto'\nimport 'node:fs'`,
      'state/world.ts': `import type { LambdaClient } from '@aws-sdk/client-lambda'`,
      'runtime/run.ts': `const zip = () => require('jszip')`,
      'adapters/nock/door.ts': `import nock from 'nock'`,
      'contracts/junit.ts': `const xml = () => import('fast-xml-parser')`,
      'contracts/xml.ts': `import { XMLBuilder } from 'fast-xml-parser'`,
      'jest.ts': `import { expect } from '@jest/globals'`,
    },
    [
      'contracts/xml: imports the package fast-xml-parser; only adapters, assertions, cli and entries may',
      'runtime/run: imports the package jszip; only adapters, assertions, cli and entries may',
      'state/world: imports the package @aws-sdk/client-lambda; only adapters, assertions, cli and entries may',
      `wire/match: write 'node:crypto'`,
    ],
  ],
  [
    'the default entry loads no package',
    {
      'index.ts': `import { sdk } from './adapters/sdk'\nimport type { N } from './adapters/nock'`,
      'adapters/sdk.ts': `import { LambdaClient } from '@aws-sdk/client-lambda'\nimport type { X } from '@smithy/types'\nexport const late = () => import('y')`,
      'adapters/nock.ts': `import nock from 'nock'`,
    },
    ['adapters/sdk: is loaded by the default entry and imports @aws-sdk/client-lambda'],
  ],
  [
    'files are small enough to see',
    {
      'state/a.ts': '\n'.repeat(220),
      'state/b.ts': '\n'.repeat(221),
      'operations/aliases/createAlias.ts': '\n'.repeat(101),
      'model/shapes.ts': '\n'.repeat(999),
    },
    [
      'operations/aliases/createAlias: has 101 lines, more than 100; split it by purpose',
      'state/b: has 221 lines, more than 220; split it by purpose',
    ],
  ],
  [
    'names follow the conventions',
    { 'state/Arns.ts': '', 'eventSources/x.ts': '', 'state/arnUtils.ts': '', 'state/common.ts': '', 'event-sources/poll.ts': '' },
    [
      'eventSources/x: folder names are kebab-case',
      'state/Arns: file names are camelCase',
      'state/arnUtils: says nothing about what it holds',
      'state/common: says nothing about what it holds',
    ],
  ],
  [
    'a file gives what its name says',
    {
      'state/arns.ts': 'export function lambdaArn() {}',
      'state/page.ts': 'export const slice = () => 1\nexport interface Part {}',
      'state/record.ts': 'export interface Whatever {}',
      'operations/resource-policies/resourcePolicy.ts': 'export function requirePolicies() {}',
      'operations/scaling-configs/scalingConfig.ts': 'export function requireScalable() {}',
      'operations/scaling-configs/other.ts': 'export function requireScalable() {}',
      'clock/virtualClock.ts': 'export function createVirtualClock() {}\nexport function other() {}',
    },
    [
      'operations/scaling-configs/other: exports requireScalable, none named after the file',
      'state/page: exports slice, Part, none named after the file',
    ],
  ],
  [
    'exports have names',
    { 'a/x.ts': `export * from './y'`, 'a/y.ts': 'export default function y() {}', 'a/z.ts': 'const z = 1\nexport default z' },
    ['a/x: export * hides what is exported', 'a/y: a default export has no name', 'a/z: a default export has no name'],
  ],
  [
    'importing does nothing',
    {
      'a/x.ts': `let count = 0\nconst seen = new Map<string, number>()\nconst list: string[] = []\nconst known = new Set(['a'])\nconst notes = new WeakMap()`,
      'a/y.ts': `const region = process.env.AWS_REGION ?? 'us-east-1'\nconst later = () => process.env.AWS_REGION`,
      'a/z.ts': `register()\nif (true) register()\nfunction register() {}`,
      'jest.ts': 'expect.extend({})',
    },
    [
      'a/x: keeps a state in its module: const list: string[] = []',
      'a/x: keeps a state in its module: const notes = new WeakMap()',
      'a/x: keeps a state in its module: const seen = new Map<string, number>()',
      'a/x: keeps a state in its module: let count = 0',
      `a/y: reads a global when it is loaded: const region = process.env.AWS_REGION ?? 'us-east-1'`,
      'a/z: does something when it is loaded: if (true) register()',
      'a/z: does something when it is loaded: register()',
    ],
  ],
  [
    'no word of unfinished work',
    {
      'a/x.ts': `// TODO: rest\n\n// eslint-disable-next-line no-console\n// eslint-disable-next-line no-console -- a reason\nconst path = '/home/me/x'`,
    },
    ['a/x:1: says TODO', 'a/x:3: says eslint-disable', 'a/x:5: says /home/'],
  ],
]

describe('the rules themselves', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'lambdouble-architecture-'))
  })
  afterEach(() => {
    rmSync(root, { recursive: true, force: true })
  })

  it.each(planted)('catch a breach of: %s', (name, planting, violations) => {
    for (const [file, text] of Object.entries(planting)) {
      mkdirSync(dirname(join(root, file)), { recursive: true })
      writeFileSync(join(root, file), text)
    }
    expect([...rules[name]!(readSources(root))].sort()).toEqual(violations)
  })

  it('are all tried with a breach', () => {
    expect(planted.map(([rule]) => rule).sort()).toEqual(Object.keys(rules).sort())
  })
})
