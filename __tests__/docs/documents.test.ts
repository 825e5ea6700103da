import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import ts from 'typescript'
import { coldStart, mockLambda, streamify } from 'lambdouble'
import * as contract from 'lambdouble/contract'
import 'lambdouble/jest'
import { commands } from '../../src/cli/commands'
import { optionNames } from '../../src/double/options'
import { operations } from '../../src/model/operations'
import { shapes } from '../../src/model/shapes'

const root = join(__dirname, '../..')
const textOf = (file: string) => readFileSync(join(root, file), 'utf8')
const documents = ['README.md', ...readdirSync(join(root, 'docs')).map((file) => `docs/${file}`)].filter((file) =>
  file.endsWith('.md'),
)
const { files } = JSON.parse(textOf('package.json')) as { files: string[] }

interface Block {
  readonly place: string
  readonly language: string
  readonly code: string
}

const blocks: readonly Block[] = documents.flatMap((file) =>
  [...textOf(file).matchAll(/^```(\w*)\n(.*?)^```/gms)].map(({ 1: language = '', 2: code = '', index, input }) => ({
    place: `${file}:${input.slice(0, index).split('\n').length + 1}`,
    language,
    code,
  })),
)
const typescript = blocks.filter(({ language }) => language === 'ts').map(({ place, code }) => [place, code] as const)
const readme = textOf('README.md')

/** As GitHub names the headings of a page. */
function anchorsOf(file: string): readonly string[] {
  return [...textOf(file).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  )
}

describe('a document', () => {
  const links = documents.flatMap((file) =>
    [...textOf(file).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, link]) => [file, link!] as const),
  )
  it.each(links)('%s links to %s, which is published', (file, link) => {
    const [path, anchor] = link.split('#')
    const target = path === '' ? file : relative(root, join(root, dirname(file), path!))
    expect(existsSync(join(root, target))).toBe(true)
    // npm publishes these whatever the list says.
    expect([...files, 'README.md', 'LICENSE']).toContain(target.split('/')[0])
    if (anchor !== undefined) expect(anchorsOf(target)).toContain(anchor)
  })

  it('names commands that there are', () => {
    const named = blocks.flatMap(({ code }) => [...code.matchAll(/npx lambdouble (\w+)/g)].map(([, name]) => name))
    expect(commands.map(({ name }) => name)).toEqual(expect.arrayContaining([...new Set(named)]))
  })

  it('counts as AWS does', () => {
    const { length: all } = Object.keys(operations)
    expect(readme).toContain(`All ${all} operations`)
    const { length: errors } = Object.values(shapes).filter((shape) => shape.type === 'structure' && shape.error !== undefined)
    expect(textOf('docs/faults.md')).toContain(`all ${errors} of the model`)
    expect(textOf('docs/contracts.md')).toContain(`${all - 1} not; 1 of ${operations.Invoke.errors.length} modelled errors`)
  })

  it('of the options leaves none out', () => {
    const table = readme.slice(readme.indexOf('## Options'), readme.indexOf('## Recipes'))
    expect(optionNames.filter((name) => !table.includes(`\`${name}\``))).toEqual([])
  })

  it('of the recipes leaves none out, and none is longer than it says', () => {
    const recipes = readdirSync(join(root, 'recipes')).filter((file) => /(\.test|\.spec|-test)\.ts$/.test(file))
    expect(recipes.filter((file) => !readme.includes(`(recipes/${file})`))).toEqual([])
    expect(recipes.filter((file) => textOf(`recipes/${file}`).trimEnd().split('\n').length > 40)).toEqual([])
  })
})

describe('a block of TypeScript', () => {
  it.each(typescript)('in %s can be read', (place, code) => {
    const { diagnostics } = ts.transpileModule(code, { reportDiagnostics: true, fileName: 'block.ts' })
    expect(diagnostics!.map(({ messageText }) => `${place}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`)).toEqual([])
  })

  // What blocks speak of without having it: things of the reader's.
  const handler = async () => ({ statusCode: 200, body: '{}' })
  const scope = {
    ...{ expect, streamify, coldStart, handler, before: handler, after: handler, ...contract },
    topicArn: 'arn:aws:sns:us-east-1:123456789012:orders',
  }
  // Modules, hooks and tests of their own, and what needs a client, a contract or a socket: the recipes run those.
  const needsMore = /import |export |new (?!Error|Map)|test[(.]|(?:Each|All)\(|placeOrder|createOrder|serve\(/
  const alone = typescript.filter(([, code]) => !needsMore.test(code))

  it.each(alone)('in %s runs', async (_, code) => {
    using lambda = mockLambda({ region: 'us-east-1', journalLimit: 100 })
    for (const name of ['orders', 'thumbnails', 'api']) lambda.function(name, handler)
    const { outputText } = ts.transpileModule(`export async function block() {\n${code}\n}`, {
      compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
    })
    const names = { ...scope, lambda }
    const exported: { block?: () => Promise<void> } = {}
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- it is text of this repository
    new Function('exports', ...Object.keys(names), outputText)(exported, ...Object.values(names))
    await exported.block!()
  })
})
