/** A double's region in the environment, for clients that have none. */
export interface PlaceholderRegion {
  /** Puts it there again if somebody has cleaned the environment meanwhile. */
  ensure(): void
  /** Puts back what was found, unless another double still needs a region. */
  remove(): void
}

interface Placement {
  /** Regions of the open doubles, the newest last. */
  readonly regions: { readonly name: string }[]
  /** AWS_REGION as it was found: undefined or empty. */
  readonly found: string | undefined
  /** Where it was placed: tests like to replace process.env by a copy. */
  readonly environment: NodeJS.ProcessEnv
  placed: string
}

// Kept on `process`, which in Jest is one per test file, as the environment is.
const placementKey = Symbol.for('lambdouble.region')
const variable = 'AWS_REGION'

/**
 * Sets AWS_REGION while it is unset. Without it a client fails with "Region is missing" before its request goes out, or, since
 * 2026, asks the metadata service. A region that the client or AWS_REGION has is kept; a region of ~/.aws/config is not
 * looked up, so that a test has the same result on every machine. (The SDK looks at the environment first, observed.)
 */
export function placeRegion(name: string): PlaceholderRegion {
  const holder = process as typeof process & { [placementKey]?: Placement | undefined }
  const mine = { name }

  /** Shows the newest double's region, where the variable is unset or still what was placed. */
  function show(placement: Placement): void {
    const newest = placement.regions.at(-1)
    for (const environment of new Set([process.env, placement.environment])) {
      if (environment[variable] && environment[variable] !== placement.placed) continue
      if (newest) environment[variable] = newest.name
      else if (environment[variable] !== placement.placed) continue
      else if (placement.found === undefined) delete environment[variable]
      else environment[variable] = placement.found
    }
    if (newest) placement.placed = newest.name
    else delete holder[placementKey]
  }

  function ensure(): void {
    let placement = holder[placementKey]
    if (placement?.regions.includes(mine) && process.env[variable]) return
    if (placement === undefined && process.env[variable]) return
    placement ??= holder[placementKey] = { regions: [], found: process.env[variable], environment: process.env, placed: name }
    if (!placement.regions.includes(mine)) placement.regions.push(mine)
    show(placement)
  }

  ensure()
  return {
    ensure,
    remove() {
      const placement = holder[placementKey]
      const index = placement?.regions.indexOf(mine) ?? -1
      if (placement === undefined || index === -1) return
      placement.regions.splice(index, 1)
      show(placement)
    },
  }
}
