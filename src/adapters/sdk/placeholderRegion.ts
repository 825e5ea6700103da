import { placeVariable, type PlaceholderVariable } from './placeholderVariable'

/**
 * Sets AWS_REGION while it is unset. Without it a client fails with "Region is missing" before its request goes out, or, since
 * 2026, asks the metadata service. A region that the client or AWS_REGION has is kept; a region of ~/.aws/config is not
 * looked up, so that a test has the same result on every machine. (The SDK looks at the environment first, observed.)
 */
export function placeRegion(name: string): PlaceholderVariable {
  return placeVariable('AWS_REGION', name)
}
