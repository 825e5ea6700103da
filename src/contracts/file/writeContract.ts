import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../../errors/usageError'
import { checkExamples } from '../checkExamples'
import type { Contract } from '../contract'
import { projectPath } from '../projectPath'
import { requireContract } from '../requireContract'
import { toDocument } from './contractDocument'
import { stableJson } from './stableJson'

/** How a contract is written. */
export interface WriteOptions {
  /** Writes nothing, and refuses a file that is not what would be written: for CI. Default: false. */
  readonly check?: boolean
}

/**
 * Writes a contract to `<folder>/<consumer>-<provider>.<function>.json`, for those who share no code. The same contract gives the same
 * bytes, on every machine and version of Node.js: a difference in the file is one in the contract.
 *
 * @returns the file
 * @throws ContractBreach if an example does not fit the contract's own schemas; UsageError if a schema has no JSON Schema, or if
 * `check` finds another file
 * @example await writeContract(createOrder, 'contracts/') // contracts/checkout-orders.orders-create.json
 */
export async function writeContract(contract: Contract, folder: string, { check = false }: WriteOptions = {}): Promise<string> {
  requireContract(contract, 'writeContract(contract, folder)')
  if (typeof folder !== 'string' || folder === '')
    throw new UsageError("writeContract(contract, folder) needs the folder of contracts, such as 'contracts/'.")
  await checkExamples(contract)
  const text = stableJson(await toDocument(contract))
  const file = join(folder, fileName(contract))
  if (check) await requireSame(file, text)
  else {
    await mkdir(folder, { recursive: true })
    await writeFile(file, text)
  }
  return file
}

/** What a name may hold and a file's name may not becomes a hyphen. */
function fileName({ consumer, provider, function: name }: Contract): string {
  const part = (text: string) => text.replace(/[^\w.]+/g, '-')
  return `${part(consumer)}-${part(provider)}.${part(name)}.json`
}

async function requireSame(file: string, text: string): Promise<void> {
  const shown = projectPath(file)
  const there = await readFile(file, 'utf8').catch(() => undefined)
  if (there === undefined) throw new UsageError(`${shown} is not there: write the contract, and commit the file.`)
  // Git may have checked it out with line ends of its own.
  const lines = there.replaceAll('\r\n', '\n').split('\n')
  const wanted = text.split('\n')
  const index = wanted.findIndex((line, position) => line !== lines[position])
  if (index < 0 && lines.length === wanted.length) return
  const line = index < 0 ? wanted.length : index
  throw new UsageError(`${shown}:${line + 1} is not what the contract says: write it again, and commit the difference.`)
}
