import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { modelTables } from '../../scripts/modelTables'
import { readModel, type Json } from '../../scripts/readModel'

const root = join(__dirname, '../..')
const text = (path: string) => readFileSync(join(root, path), 'utf8')
const model = (): Json => JSON.parse(text('model/lambda-2015-03-31.json')) as Json
const amendments = (): Json => JSON.parse(text('model/amendments.json')) as Json

describe('the checked-in tables', () => {
  const tables = modelTables(readModel(model(), amendments()))

  test.each(Object.entries(tables))('src/model/%s is what the generator makes of the checked-in model', (file, generated) => {
    const now = (generated as string).split('\n')
    const then = text(`src/model/${file}`).split('\n')
    expect(now.filter((line, index) => line !== then[index])).toEqual([])
    expect(now).toHaveLength(then.length)
  })

  test('hold all 88 operations', () => {
    expect(Object.keys(readModel(model(), amendments()).operations)).toHaveLength(88)
  })
})

describe('a field that the generator does not know is refused by name', () => {
  test.each<[string, (changed: Json) => void, string]>([
    ['of the model', (changed) => (changed['examples'] = {}), 'the model has fields this generator does not know: examples'],
    ['of an operation', (changed) => (changed['operations'].Invoke.endpoint = {}), 'operation Invoke has fields this generator does not know: endpoint'],
    ['of its HTTP binding', (changed) => (changed['operations'].Invoke.http.host = 'x'), 'operation Invoke.http has fields'],
    ['of its input', (changed) => (changed['operations'].Invoke.input.locationName = 'x'), 'operation Invoke.input has fields'],
    ['of a shape', (changed) => (changed['shapes'].FunctionName.flattened = true), 'shape FunctionName has fields'],
    ['of a member', (changed) => (changed['shapes'].CreateAliasRequest.members.Name.jsonvalue = true), 'shape CreateAliasRequest.Name has fields'],
    ['of an error', (changed) => (changed['shapes'].ServiceException.error.code = 'x'), 'shape ServiceException.error has fields'],
    ['of a list', (changed) => (changed['shapes'].LayerList.member.locationName = 'x'), 'shape LayerList.member has fields'],
  ])('%s', (_, change, message) => {
    const changed = model()
    change(changed)
    expect(() => readModel(changed, amendments())).toThrow(message)
  })

  test('so are a location and a type that it does not know', () => {
    const elsewhere = model()
    elsewhere['shapes'].CreateAliasRequest.members.FunctionName.location = 'headers'
    expect(() => readModel(elsewhere, amendments())).toThrow('shape CreateAliasRequest.FunctionName has an unknown location: headers')
    const document = model()
    document['shapes'].FunctionName.type = 'document'
    expect(() => readModel(document, amendments())).toThrow('shape FunctionName has an unknown type: document')
  })
})

test('every amendment names its source and changes the table', () => {
  const { sources, ...amended } = amendments()
  const plain = readModel(model(), { operations: {}, shapes: {} })
  for (const kind of ['operations', 'shapes'] as const) {
    for (const [name, fields] of Object.entries(amended[kind] as Json)) {
      const before = plain[kind][name] as Json | undefined
      if (before === undefined) expect(sources).toHaveProperty([`${kind}.${name}`])
      else {
        for (const [field, value] of Object.entries(fields as Json)) {
          expect(sources).toHaveProperty([`${kind}.${name}.${field}`])
          expect(before[field]).not.toEqual(value)
        }
      }
    }
  }
})
