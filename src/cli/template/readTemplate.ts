import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import type { LineCounter, Node, Tags, YAMLMap, YAMLSeq } from 'yaml'
import { UsageError } from '../../errors/usageError'
import { isJsonObject, type JsonObject } from '../../json/jsonObject'

/** A template as it was written: plain data, with the short forms of intrinsic functions written out. */
export interface Template {
  readonly file: string
  readonly content: Section
  /** `template.yaml:12`, or the file alone where lines are not known. */
  place(keys: readonly (string | number)[]): string
}

export type Section = JsonObject

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html */
const functions = [
  ...['And', 'Base64', 'Cidr', 'Equals', 'FindInMap', 'GetAtt', 'GetAZs', 'If', 'ImportValue', 'Join', 'Length'],
  ...['Not', 'Or', 'Select', 'Split', 'Sub', 'ToJsonString', 'Transform'],
]

/** Reads a SAM or CloudFormation template. Throws a UsageError with file and line if it is none. */
export async function readTemplate(file: string): Promise<Template> {
  const text = readFileSync(file, 'utf8')
  const template = extname(file) === '.json' ? readJson(file, text) : await readYaml(file, text)
  const { Resources } = template.content ?? {}
  if (isSection(template.content) && isSection(Resources)) return template
  throw new UsageError(`${file} is no template: it has no section Resources.`)
}

export function isSection(value: unknown): value is Section {
  return isJsonObject(value)
}

function readJson(file: string, text: string): Template {
  try {
    return { file, content: JSON.parse(text) as Section, place: () => file }
  } catch (error) {
    throw new UsageError(`${file} is no JSON: ${(error as Error).message}`, { cause: error })
  }
}

async function readYaml(file: string, text: string): Promise<Template> {
  const yaml = await import('yaml').catch((error: unknown) => {
    throw new UsageError(`${file} is YAML, and the package that reads it is not there: npm install --save-dev yaml.`, {
      cause: error,
    })
  })
  const lineCounter = new yaml.LineCounter()
  const document = yaml.parseDocument(text, { lineCounter, customTags: tags(yaml) })
  const [first] = [...document.errors, ...document.warnings]
  if (first !== undefined) {
    const line = first.linePos?.[0].line
    throw new UsageError(
      `${file}${line === undefined ? '' : `:${line}`} cannot be read. ${first.message.split('\n')[0]!.replace(/ at line .*$/, '')}`,
    )
  }
  const lineOf = (keys: readonly (string | number)[]) => lineIn(document, keys, lineCounter)
  return { file, content: document.toJS() as Section, place: (keys) => `${file}:${lineOf(keys)}` }
}

/** The line of the innermost place that is there. */
function lineIn(
  document: { getIn(keys: readonly (string | number)[], keepScalar: true): unknown },
  keys: readonly (string | number)[],
  lineCounter: LineCounter,
): number {
  for (let length = keys.length; length > 0; length--) {
    const parent = length === 1 ? undefined : document.getIn(keys.slice(0, length - 1), true)
    const pair = (parent as Partial<YAMLMap> | undefined)?.items?.find(
      (item) => (item as { readonly key?: { readonly value?: unknown } }).key?.value === keys[length - 1],
    ) as { readonly key?: Node } | undefined
    const node = pair?.key ?? (document.getIn(keys.slice(0, length), true) as Node | undefined)
    if (node?.range) return lineCounter.linePos(node.range[0]).line
  }
  return 1
}

/** `!Sub text` is `{ 'Fn::Sub': text }`, and so on. */
function tags(yaml: typeof import('yaml')): Tags {
  const long = (name: string) => (name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`)
  const collection = (name: string, kind: 'map' | 'seq') => ({
    tag: `!${name}`,
    collection: kind,
    resolve(node: YAMLMap | YAMLSeq) {
      const written = new yaml.YAMLMap()
      written.items.push(new yaml.Pair(new yaml.Scalar(long(name)), node))
      return written
    },
  })
  return ['Ref', 'Condition', ...functions].flatMap((name) => [
    {
      tag: `!${name}`,
      resolve: (text: string) => ({ [long(name)]: name === 'GetAtt' ? splitAttribute(text) : text }),
    },
    collection(name, 'map'),
    collection(name, 'seq'),
  ])
}

/** `Orders.Arn`; what comes after the first dot may have dots as well. */
function splitAttribute(text: string): readonly string[] {
  const dot = text.indexOf('.')
  return dot < 0 ? [text] : [text.slice(0, dot), text.slice(dot + 1)]
}
