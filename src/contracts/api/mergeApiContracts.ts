import { UsageError } from '../../errors/usageError'
import { requireOperation } from '../../usage/requireOperation'
import { newApiReport, type ApiReport, type OperationReport } from './apiReport'
import type { ApiUse } from './apiUse'

/**
 * One report of the Lambda API out of those of several test files or processes: what one of them has shown is shown.
 *
 * @param reports what `apiContract` returned, or `jsonReport` wrote and JSON.parse has read
 * @throws UsageError for anything else
 * @example mergeApiContracts(files.map((file) => JSON.parse(readFileSync(file, 'utf8'))))
 */
export function mergeApiContracts(reports: readonly ApiReport[]): ApiReport {
  if (!Array.isArray(reports)) throw new UsageError('mergeApiContracts(reports) needs a list of what apiContract(...) returns.')
  const use: ApiUse = new Map()
  reports.forEach((report: ApiReport, index) => {
    if (report?.kind !== 'api' || !Array.isArray(report.operations) || !report.operations.every(isWhole))
      throw new UsageError(`mergeApiContracts(reports): reports[${index}] is not what apiContract(...) returns.`)
    for (const each of report.operations) add(use, each)
  })
  return newApiReport(use)
}

function isWhole({ members, errors, otherFailures }: Partial<OperationReport>): boolean {
  return [members?.used, errors?.shown, otherFailures].every(Array.isArray)
}

function add(use: ApiUse, { operation, calls, members, errors, otherFailures, functionErrorShown }: OperationReport): void {
  const name = requireOperation(operation, 'mergeApiContracts(reports)')
  const noted = use.get(name) ?? { calls: 0, members: new Set(), failures: new Map<string, number>(), functionErrors: 0 }
  use.set(name, noted)
  noted.calls += calls
  for (const member of members.used) noted.members.add(member)
  for (const failure of [...errors.shown, ...otherFailures]) noted.failures.set(failure, 1)
  if (functionErrorShown) noted.functionErrors++
}
