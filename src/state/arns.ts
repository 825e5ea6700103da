import type { RegionState } from './regionState'

/** The partition that a region belongs to, as it stands in ARNs. */
export function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn'
  if (region.startsWith('us-gov-')) return 'aws-us-gov'
  if (region.startsWith('us-iso-')) return 'aws-iso'
  if (region.startsWith('us-isob-')) return 'aws-iso-b'
  if (region.startsWith('eu-isoe-')) return 'aws-iso-e'
  if (region.startsWith('us-isof-')) return 'aws-iso-f'
  if (region.startsWith('eusc-')) return 'aws-eusc'
  return 'aws'
}

/** ARN of something of Lambda's, e.g. `lambdaArn(region, 'function:orders')`. */
export function lambdaArn({ region, accountId }: RegionState, resource: string): string {
  return `arn:${partitionOf(region)}:lambda:${region}:${accountId}:${resource}`
}
