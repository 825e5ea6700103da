import { stableJson } from '../file/stableJson'
import type { Report } from './report'

/**
 * A report for tools: the report itself as JSON, byte-stable.
 * @example writeFileSync('report.json', jsonReport(apiContract(lambda)))
 */
export function jsonReport(report: Report): string {
  return stableJson(report)
}
