import type { PolicyRecord, PolicyStatement } from '../../state/policyRecord'

/** Somebody who wants to do something with a resource. */
export interface AccessRequest {
  readonly action: string
  readonly resource: string
  /** Undefined for somebody who is nobody's. */
  readonly principal: { readonly accountId: string; readonly arn: string } | undefined
  /** What conditions can ask for, by key in lower case. */
  readonly context: Readonly<Record<string, string>>
}

/**
 * What a resource-based policy says to a request: a Deny counts more than any Allow, and silence is neither.
 * A condition with an operator or a key that is not known here does not hold.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function policyAnswer(policy: PolicyRecord | undefined, request: AccessRequest): 'Allow' | 'Deny' | undefined {
  const effects = (policy?.statements ?? []).filter((statement) => applies(statement, request)).map(({ Effect }) => Effect)
  if (effects.includes('Deny')) return 'Deny'
  return effects.includes('Allow') ? 'Allow' : undefined
}

function applies(statement: PolicyStatement, { action, resource, principal, context }: AccessRequest): boolean {
  const { Principal, NotPrincipal, Action, NotAction, Resource, NotResource, Condition } = statement
  const isAction = (pattern: unknown) => like(pattern, action, 'i')
  return (
    (Principal === undefined ? !isPrincipal(NotPrincipal, principal) : isPrincipal(Principal, principal)) &&
    (Action === undefined ? !listOf(NotAction).some(isAction) : listOf(Action).some(isAction)) &&
    (Resource === undefined
      ? !listOf(NotResource).some((pattern) => like(pattern, resource))
      : listOf(Resource).some((pattern) => like(pattern, resource))) &&
    Object.entries(Condition ?? {}).every(([operator, asked]) =>
      Object.entries((asked ?? {}) as object).every(([key, values]) => holds(operator, values, context[key.toLowerCase()])),
    )
  )
}

/** Everybody, an account (by its number or its root), or one identity. Services call no function URLs. */
function isPrincipal(named: unknown, principal: AccessRequest['principal']): boolean {
  const list = listOf(typeof named === 'object' && named !== null ? (named as { AWS?: unknown }).AWS : named)
  if (list.includes('*')) return true
  if (principal === undefined) return false
  return list.some(
    (each) =>
      each === principal.accountId || each === principal.arn || String(each).endsWith(`:iam::${principal.accountId}:root`),
  )
}

function holds(operator: string, values: unknown, actual: string | undefined): boolean {
  if (actual === undefined) return false
  return listOf(values).some((value) => {
    switch (operator) {
      case 'StringEquals':
        return value === actual
      case 'StringEqualsIgnoreCase':
      case 'Bool':
        return String(value).toLowerCase() === actual.toLowerCase()
      case 'StringLike':
      case 'ArnLike':
      case 'ArnEquals':
        return like(value, actual)
      default:
        return false
    }
  })
}

/** `*` stands for anything, `?` for one character. */
function like(pattern: unknown, text: string, flags = ''): boolean {
  const source = String(pattern)
    .replace(/[\\^$.+()|[\]{}]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replace(/\?/g, '.')
  return new RegExp(`^${source}$`, `s${flags}`).test(text)
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}
