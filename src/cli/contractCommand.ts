import { resolve } from 'node:path'
import type { Contract } from '../contracts/contract'
import { diffContracts } from '../contracts/diff/diffContracts'
import { readContract } from '../contracts/file/readContract'
import { writeContract } from '../contracts/file/writeContract'
import { projectPath } from '../contracts/projectPath'
import { isContract } from '../contracts/requireContract'
import { nearest } from '../errors/nearest'
import { UsageError } from '../errors/usageError'
import type { Command, Terminal } from './command'
import type { LoadModule } from './loadModule'
import { readArguments } from './readArguments'
import { requireReporter, writeReport } from './writeReport'

const usage = `lambdouble contract: contracts as files

  lambdouble contract write ./contracts.ts --dir contracts    writes every contract that the module exports
  lambdouble contract write ./contracts.ts --check            writes nothing, and fails if a file is not up to date
  lambdouble contract diff old.json new.json                  lists what changed between two versions, and whom it breaks

  --dir FOLDER              write: the folder of contracts (default contracts)
  --check                   write: for CI
  --for SIDE                diff: fails for what breaks the consumer, the provider, or both (default)
  --reporter NAME           diff: text (default), json or junit
  --out FILE                diff: writes the report to a file, and prints it as text

Exit codes: 0 written, up to date, or breaks nobody; 1 breaks somebody, or an example does not fit its schema; 2 a file or a module is
wrong, or not up to date.
`

/** `lambdouble contract`: write and diff. */
export const createContractCommand = (loadModule: LoadModule): Command => ({
  name: 'contract',
  summary: 'writes contracts to files, and compares two versions',
  usage,
  run([action = '', ...argv], terminal) {
    if (action === 'write') return write(argv, terminal, loadModule)
    if (action === 'diff') return diff(argv, terminal)
    const close = nearest(action, ['write', 'diff'])
    const advice = close === undefined ? 'It has: write, diff.' : `Did you mean '${close}'?`
    throw new UsageError(`lambdouble contract has no action '${action}'. ${advice} See: lambdouble help contract.`)
  },
})

async function write(argv: readonly string[], terminal: Terminal, loadModule: LoadModule): Promise<number> {
  const { options, positionals } = readArguments('contract', argv, { dir: 'value', check: 'flag' })
  if (positionals.length === 0) throw new UsageError('lambdouble contract write needs a module that exports contracts.')
  for (const module of positionals) {
    const exports = await loadModule(module, terminal.cwd)
    const contracts = [...new Set(Object.values(exports).filter(isContract))]
    if (contracts.length === 0)
      throw new UsageError(`The module ${module} exports no contract: export what defineContract returns.`)
    for (const contract of contracts)
      terminal.print(await written(contract, resolve(terminal.cwd, options.dir ?? 'contracts'), options.check))
  }
  return 0
}

async function written(contract: Contract, folder: string, check = false): Promise<string> {
  const file = await writeContract(contract, folder, { check })
  return `${check ? 'up to date' : 'written'}: ${projectPath(file)}`
}

async function diff(argv: readonly string[], terminal: Terminal): Promise<number> {
  const { options, positionals } = readArguments('contract', argv, { for: 'value', reporter: 'value', out: 'value' })
  const [before, after] = positionals.map((file) => resolve(terminal.cwd, file))
  if (before === undefined || after === undefined || positionals.length > 2)
    throw new UsageError('lambdouble contract diff needs two files: lambdouble contract diff old.json new.json')
  const side = options.for ?? 'both'
  if (!['consumer', 'provider', 'both'].includes(side))
    throw new UsageError(`lambdouble contract diff --for ${side} is none of: consumer, provider, both.`)
  const reporter = requireReporter('contract', options.reporter)
  const report = await diffContracts(await readContract(before), await readContract(after))
  await writeReport(report, { reporter, out: options.out }, terminal)
  return report.breaks.some((each) => side === 'both' || each === side) ? 1 : 0
}
