/** A function as a caller may name it; what the form leaves out is undefined. */
interface NamedFunction {
  readonly region: string | undefined
  readonly accountId: string | undefined
  readonly name: string
  readonly qualifier: string | undefined
}

/** Where a call went to, for a function that is named by its ARN. */
export interface Whereabouts {
  readonly region?: string | undefined
  readonly accountId?: string | undefined
}

/** Name, partial ARN or ARN, with or without a qualifier. Looser than AWS's pattern: the double has checked that already. */
const form = /^(?:arn:[^:]*:lambda:)?(?:([a-z]+(?:-[a-z]+)+-\d):)?(?:(\d{12}):)?(?:function:)?([^:]+)(?::([^:]+))?$/

/** Takes a function name apart; undefined if it is none. */
export function partsOf(text: string): NamedFunction | undefined {
  const found = form.exec(text)
  if (found === null) return undefined
  return { region: found[1], accountId: found[2], name: found[3]!, qualifier: found[4] }
}

/**
 * Whether a call means the function that a pattern names. A bare name means every form and every qualifier of it;
 * `orders:live` only that qualifier, be it part of the name or the Qualifier member; an ARN only its account and region.
 * https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html#lambda-Invoke-request-FunctionName
 */
export function meansFunction(pattern: string, called: string, qualifier: unknown, where: Whereabouts = {}): boolean {
  if (pattern === called || !(pattern + called).includes(':')) return pattern === called
  const wanted = partsOf(pattern)
  const given = partsOf(called)
  if (wanted === undefined || given === undefined) return pattern === called
  return (
    wanted.name === given.name &&
    (wanted.qualifier === undefined || wanted.qualifier === (given.qualifier ?? qualifier)) &&
    agrees(wanted.region, given.region ?? where.region) &&
    agrees(wanted.accountId, given.accountId ?? where.accountId)
  )
}

function agrees(wanted: string | undefined, given: string | undefined): boolean {
  return wanted === undefined || given === undefined || wanted === given
}
