/** A value of a double's in the environment, for clients that have none. */
export interface PlaceholderVariable {
  /** Puts it there again if somebody has cleaned the environment meanwhile. */
  ensure(): void
  /** Puts back what was found, unless another double still needs one. */
  remove(): void
}

interface Placement {
  /** Values of the open doubles, the newest last. */
  readonly values: { readonly value: string }[]
  /** The variable as it was found: undefined or empty. */
  readonly found: string | undefined
  /** Where it was placed: tests like to replace process.env by a copy. */
  readonly environment: NodeJS.ProcessEnv
  placed: string
}

/** Sets a variable of the environment while it is unset or empty. */
export function placeVariable(variable: string, value: string): PlaceholderVariable {
  // Kept on `process`, which in Jest is one per test file, as the environment is.
  const placementKey = Symbol.for(`lambdouble.placed.${variable}`)
  const holder = process as typeof process & { [placementKey: symbol]: Placement | undefined }
  const mine = { value }

  /** Shows the newest double's value, where the variable is unset or still what was placed. */
  function show(placement: Placement): void {
    const newest = placement.values.at(-1)
    for (const environment of new Set([process.env, placement.environment])) {
      if (environment[variable] && environment[variable] !== placement.placed) continue
      if (newest) environment[variable] = newest.value
      else if (environment[variable] !== placement.placed) continue
      else if (placement.found === undefined) delete environment[variable]
      else environment[variable] = placement.found
    }
    if (newest) placement.placed = newest.value
    else delete holder[placementKey]
  }

  function ensure(): void {
    let placement = holder[placementKey]
    if (placement?.values.includes(mine) && process.env[variable]) return
    if (placement === undefined && process.env[variable]) return
    placement ??= holder[placementKey] = { values: [], found: process.env[variable], environment: process.env, placed: value }
    if (!placement.values.includes(mine)) placement.values.push(mine)
    show(placement)
  }

  ensure()
  return {
    ensure,
    remove() {
      const placement = holder[placementKey]
      const index = placement?.values.indexOf(mine) ?? -1
      if (placement === undefined || index === -1) return
      placement.values.splice(index, 1)
      show(placement)
    },
  }
}
