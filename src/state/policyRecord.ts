/** One rule of a policy, in IAM's own spelling: Sid, Effect, Principal, Action, Resource, Condition. */
export type PolicyStatement = Readonly<Record<string, unknown>>

/** Who may do what with one function, version or alias. */
export interface PolicyRecord {
  /** Of IAM's policy language. */
  readonly version?: string | undefined
  readonly id?: string | undefined
  /** In the order in which they were added. */
  readonly statements: readonly PolicyStatement[]
}
