/** Whose signature the code of a function has to carry, and what happens to code that does not. */
export interface CodeSigningConfigRecord {
  /** `csc-` and 17 characters. */
  readonly id: string
  readonly arn: string
  description: string | undefined
  signingProfileVersionArns: readonly string[]
  untrustedArtifactOnDeployment: 'Warn' | 'Enforce'
  /** Epoch milliseconds. */
  lastModified: number
  readonly tags: Map<string, string>
}
