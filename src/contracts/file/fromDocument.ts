import type { Keys } from '../../matching/difference'
import type { ContractDefinition, ContractPlace, ErrorSchemas } from '../contract'
import type { Schema } from '../schema'
import { formatVersion } from './contractDocument'

/** Refuses the part of a document to which the keys lead. */
export type RefuseDocument = (keys: Keys, problem: string) => never

/** What a document defines, with where its parts stand: nothing is taken on trust, people edit such files. */
export interface ReadDocument {
  readonly definition: ContractDefinition<Schema, Schema, ErrorSchemas>
  readonly keysOf: (place: ContractPlace) => Keys
}

type Members = Readonly<Record<string, unknown>>

export function fromDocument(document: unknown, refuse: RefuseDocument): ReadDocument {
  const part = (of: unknown, keys: Keys): Members => {
    if (typeof of !== 'object' || of === null || Array.isArray(of)) return refuse(keys, 'has to be an object')
    return of as Members
  }
  const nameOf = (of: unknown, keys: Keys): string => {
    const { name } = part(of, keys)
    if (typeof name !== 'string' || name === '') return refuse([...keys, 'name'], 'has to be a name')
    return name
  }
  const whole = part(document, [])
  const metadata = part(whole.metadata, ['metadata'])
  const own = part(metadata.lambdouble, ['metadata', 'lambdouble'])
  if (own.version !== formatVersion)
    return refuse(['metadata', 'lambdouble', 'version'], `has to be ${formatVersion}: this version of lambdouble reads no other`)
  const schemas = part(whole.schemas, ['schemas'])
  if (!Array.isArray(whole.interactions)) return refuse(['interactions'], 'has to be a list')
  const positions = new Map<string, number>()
  const examples = Object.fromEntries(
    whole.interactions.map((each: unknown, index) => {
      const keys = ['interactions', index]
      const interaction = part(each, keys)
      const { description } = interaction
      if (typeof description !== 'string' || description === '')
        return refuse([...keys, 'description'], 'has to be the name of an example')
      if (positions.has(description)) return refuse([...keys, 'description'], `'${description}' is the name of another example`)
      positions.set(description, index)
      return [description, example(interaction, keys)]
    }),
  )

  function example(interaction: Members, keys: Keys): Members {
    if (interaction.type !== 'Synchronous/Messages') return refuse([...keys, 'type'], "has to be 'Synchronous/Messages'")
    const event = content(interaction.request, [...keys, 'request'])
    if (!Array.isArray(interaction.response) || interaction.response.length !== 1)
      return refuse([...keys, 'response'], 'has to be a list with one response')
    const at = [...keys, 'response', 0]
    const answer = part(interaction.response[0], at)
    const payload = content(answer, at)
    const given = states(interaction.providerStates, [...keys, 'providerStates'])
    const failed = answer.metadata !== undefined && part(answer.metadata, [...at, 'metadata']).functionError !== undefined
    return { event, ...(failed ? { error: errorOf(payload) } : { response: payload, ...varies(answer, at) }), ...given }
  }

  function content(of: unknown, keys: Keys): unknown {
    const contents = part(part(of, keys).contents, [...keys, 'contents'])
    if (contents.content === undefined) return refuse([...keys, 'contents', 'content'], 'is missing')
    return contents.content
  }

  function states(of: unknown, keys: Keys): Members {
    if (of === undefined) return {}
    if (!Array.isArray(of)) return refuse(keys, 'has to be a list of states')
    const names = of.map((state: unknown, index) => nameOf(state, [...keys, index]))
    return names.length === 0 ? {} : { given: names.length === 1 ? names[0] : names }
  }

  function varies({ matchingRules }: Members, keys: Keys): Members {
    if (matchingRules === undefined) return {}
    const body = part(part(matchingRules, [...keys, 'matchingRules']).body, [...keys, 'matchingRules', 'body'])
    const places = Object.keys(body).map((path) =>
      path.startsWith('$')
        ? path.replace(/^\$\.?/, '')
        : refuse([...keys, 'matchingRules', 'body', path], 'has to be a path from $, such as $.id'),
    )
    return places.length === 0 ? {} : { varies: places }
  }

  return {
    definition: {
      function: own.function,
      consumer: nameOf(whole.consumer, ['consumer']),
      provider: nameOf(whole.provider, ['provider']),
      event: schemas.event,
      ...(schemas.response === undefined ? {} : { response: schemas.response }),
      ...(schemas.errors === undefined ? {} : { errors: schemas.errors }),
      examples,
      ...(own.strict === undefined ? {} : { strict: own.strict }),
      ...(own.sensitive === undefined ? {} : { sensitive: own.sensitive }),
    } as unknown as ReadDocument['definition'],
    keysOf: ({ example: name, schema }) =>
      name === undefined ? ['schemas', ...(schema ?? 'event').split('/')] : ['interactions', positions.get(name) ?? 0],
  }
}

/** An error without more than its type is named by it, as in a definition. */
function errorOf(payload: unknown): unknown {
  const { errorType, ...others } = (payload ?? {}) as Members
  return typeof errorType === 'string' && Object.keys(others).length === 0 ? errorType : payload
}
