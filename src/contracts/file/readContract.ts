import { readFile } from 'node:fs/promises'
import { isUsageError, UsageError } from '../../errors/usageError'
import { pathOf, type Keys } from '../../matching/difference'
import { requireText } from '../../usage/readMembers'
import type { Contract, ContractPlace } from '../contract'
import { judgeOf } from '../judge'
import { newContract } from '../newContract'
import { projectPath } from '../projectPath'
import { requireDefinition } from '../requireDefinition'
import { fromDocument, type ReadDocument } from './fromDocument'
import { readJson } from './readJson'

const remedy = 'Correct it, or write the file again by writeContract.'

/**
 * Reads a contract from the file that `writeContract` made of it: the same contract, with its schemas as JSON Schemas.
 *
 * @throws UsageError with the file, the line and what is wrong there
 * @example const createOrder = await readContract('contracts/checkout-orders.orders-create.json')
 */
export async function readContract(file: string): Promise<Contract> {
  requireText('readContract(file)', 'the path of a contract', file)
  const shown = projectPath(file)
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(`The contract ${shown} cannot be read: ${cause.code ?? cause.message}.`, { cause })
  })
  const read = readJson(text)
  if ('problem' in read) throw new UsageError(`${shown}:${read.line}:${read.column}: ${read.problem}. ${remedy}`)
  const line = (keys: Keys) => `${shown}:${read.lineOf(keys)}`
  const refuse = (keys: Keys, problem: string): never => {
    throw new UsageError(`${line(keys)}: ${pathOf(keys) || 'a contract'} ${problem}. ${remedy}`)
  }
  const document = fromDocument(read.value, refuse)
  requireDefinition(document.definition, (keys) => {
    const inFile = keysInFile(keys, document)
    return `${line(inFile)}: ${pathOf(inFile)}`
  })
  await requireSchemas(document, (place) => line(document.keysOf(place)))
  return newContract(document.definition, (place) => line(document.keysOf(place)))
}

/** Where a place of a definition stands in the file. */
function keysInFile([first = '', second = '']: Keys, { keysOf }: ReadDocument): Keys {
  if (first === 'examples') return keysOf({ example: String(second) })
  if (first === 'event' || first === 'response') return ['schemas', first]
  if (first === 'errors') return ['schemas', 'errors', ...(second === '' ? [] : [second])]
  return first === 'consumer' || first === 'provider' ? [first, 'name'] : ['metadata', 'lambdouble', first]
}

/** A schema that is none is found now, not when the first payload comes. */
async function requireSchemas({ definition }: ReadDocument, lineOf: (place: ContractPlace) => string): Promise<void> {
  const { event, response, errors = {} } = definition
  const places = [
    ['event', event],
    ...(response === undefined ? [] : [['response', response] as const]),
    ...Object.entries(errors).map(([type, schema]) => [`errors/${type}`, schema] as const),
  ] as const
  for (const [place, schema] of places) {
    try {
      await judgeOf(schema)
    } catch (error) {
      if (!isUsageError(error) || error.cause === undefined || !error.message.startsWith('A schema')) throw error
      throw new UsageError(`${lineOf({ schema: place as 'event' })}: ${error.message.split('\n')[0]} ${remedy}`, { cause: error })
    }
  }
}
