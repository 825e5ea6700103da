/** A JSON object whose fields are taken by name. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the model is JSON of AWS's making; the generator itself is what checks it
export type Json = Record<string, any>

/**
 * Reads AWS's published model of the Lambda API as the tables of src/model: operations and shapes, with what is amended.
 * Throws at any field that it does not know, so nothing of a newer model is lost in silence.
 */
export function readModel(model: Json, amendments: Json): { operations: Json; shapes: Json } {
  const r = reader(model, 'the model')
  for (const known of ['version', 'metadata', 'operations', 'shapes']) r.take(known)
  r.end()
  const table = (kind: 'operations' | 'shapes', entryOf: typeof operationEntry) => {
    const [sources, amended] = [model[kind] as Json, amendments[kind] as Json]
    const entries = Object.entries(sources).map(([name, source]) => [name, entryOf(name, source as Json, amended[name])] as const)
    const added = Object.entries(amended).filter(([name]) => !(name in sources))
    return Object.fromEntries([...entries, ...added].sort(([one], [other]) => (one < other ? -1 : 1)))
  }
  return { operations: table('operations', operationEntry), shapes: table('shapes', shapeEntry) }
}

/** Hands out the fields of `record` one by one and refuses what nobody asked for. */
function reader(record: Json, where: string) {
  const left = new Map(Object.entries(record))
  return {
    take(name: string): Json[string] {
      const value = left.get(name)
      left.delete(name)
      return value
    },
    end() {
      if (left.size > 0) throw new Error(`${where} has fields this generator does not know: ${[...left.keys()].join(', ')}`)
    },
  }
}

/** The name in a reference to a shape. */
function shapeName(reference: Json, where: string): string {
  const r = reader(reference, where)
  const name = r.take('shape') as string
  r.end()
  return name
}

/** Keeps what is set; an absent field of the model stays absent in the table. */
function present(record: Json): Json {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined && value !== false))
}

const locations: Record<string, string> = { uri: 'path', querystring: 'query', header: 'header', statusCode: 'status' }

function operationEntry(name: string, source: Json, amendment: Json | undefined): Json {
  const where = `operation ${name}`
  const r = reader(source, where)
  const http = reader(r.take('http'), `${where}.http`)
  const structure = (side: 'input' | 'output') => {
    const reference = r.take(side) as Json | undefined
    return reference && shapeName(reference, `${where}.${side}`)
  }
  const [path, query] = (http.take('requestUri') as string).split('?')
  const entry = present({
    name: r.take('name'),
    method: http.take('method'),
    path,
    query: query === undefined ? undefined : Object.fromEntries(new URLSearchParams(query)),
    status: http.take('responseCode') ?? 200,
    input: structure('input'),
    output: structure('output'),
    errors: (r.take('errors') ?? []).map((error: Json) => shapeName(error, `${where}.errors`)).sort(),
    ...amendment,
  })
  for (const ignored of ['readonly', 'deprecated', 'idempotent']) r.take(ignored)
  http.end()
  r.end()
  return entry
}

function memberEntry(name: string, source: Json, where: string): Json {
  const r = reader(source, where)
  const location = r.take('location') as string | undefined
  if (location !== undefined && !(location in locations)) throw new Error(`${where} has an unknown location: ${location}`)
  const wireName = r.take('locationName') as string | undefined
  const entry = present({
    shape: r.take('shape'),
    in: location === undefined ? undefined : locations[location],
    as: wireName === name ? undefined : location === 'header' ? wireName?.toLowerCase() : wireName,
    eventPayload: r.take('eventpayload'),
  })
  r.take('idempotencyToken') // the client fills it in; the service only sees a string
  r.end()
  return entry
}

function errorEntry(source: Json, fault: true | undefined, where: string): Json {
  const r = reader(source, where)
  const entry = present({ status: r.take('httpStatusCode'), fault })
  r.take('senderFault') // the opposite of `fault`
  r.end()
  return entry
}

function shapeEntry(name: string, source: Json, amendment: Json | undefined): Json {
  const where = `shape ${name}`
  const r = reader(source, where)
  const type = r.take('type') as string
  for (const ignored of ['box', 'deprecated', 'event', 'exception']) r.take(ignored)
  const common = () => ({ min: r.take('min'), max: r.take('max'), sensitive: r.take('sensitive') })
  const entry = ((): Json => {
    switch (type) {
      case 'structure': {
        const members = r.take('members') as Json
        const error = r.take('error') as Json | undefined
        return {
          type,
          members: Object.fromEntries(
            Object.entries(members).map(([key, value]) => [key, memberEntry(key, value as Json, `${where}.${key}`)]),
          ),
          required: r.take('required'),
          payload: r.take('payload'),
          eventStream: r.take('eventstream'),
          error: error && errorEntry(error, r.take('fault'), `${where}.error`),
          sensitive: r.take('sensitive'),
        }
      }
      case 'string':
        return { type, ...common(), pattern: r.take('pattern'), enum: r.take('enum') }
      case 'blob':
        return { type, ...common(), streaming: r.take('streaming') }
      case 'list':
        return { type, member: shapeName(r.take('member'), `${where}.member`), ...common() }
      case 'map':
        return {
          type,
          key: shapeName(r.take('key'), `${where}.key`),
          value: shapeName(r.take('value'), `${where}.value`),
          ...common(),
        }
      case 'integer':
      case 'long':
      case 'double':
        return { type, ...common() }
      case 'boolean':
      case 'timestamp':
        return { type }
      default:
        throw new Error(`${where} has an unknown type: ${type}`)
    }
  })()
  r.end()
  return present({ ...present(entry), ...amendment })
}
