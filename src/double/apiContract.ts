import { viewOf } from '../assertions/assertionView'
import { newApiReport, type ApiReport } from '../contracts/api/apiReport'
import { noteCall, type ApiUse, type UsedCall } from '../contracts/api/apiUse'

/**
 * Tells which operations, members and errors of the Lambda API a test run exercised, and which of the errors that AWS's model has the
 * code under test was never shown: coverage of failure. Counts everything since the double was made, also what a `reset()` has
 * forgotten; ask after the last test.
 *
 * @param source what mockLambda() returned, or entries of `lambda.calls()` that you have gathered
 * @throws UsageError for anything else
 * @example afterAll(() => console.log(textReport(apiContract(lambda))))
 */
export function apiContract(source: object | readonly UsedCall[]): ApiReport {
  if (!Array.isArray(source)) return newApiReport(viewOf(source, 'apiContract(lambda)').apiUse)
  const use: ApiUse = new Map()
  for (const call of source as readonly UsedCall[]) noteCall(use, call)
  return newApiReport(use)
}
