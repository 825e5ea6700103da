/** Execution environments that a version or alias keeps ready. */
export interface ProvisionedConcurrencyRecord {
  /** A published version or an alias. */
  readonly qualifier: string
  readonly requested: number
  /** Environments that are up; less than requested while AWS starts them. */
  allocated: number
  status: 'IN_PROGRESS' | 'READY'
  /** Epoch milliseconds. */
  readonly lastModified: number
}
