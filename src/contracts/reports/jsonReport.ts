import { stableJson } from '../file/stableJson'
import type { Report } from './report'

/** A report for tools: the report itself as JSON, byte-stable. */
export function jsonReport(report: Report): string {
  return stableJson(report)
}
