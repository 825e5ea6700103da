import type { PublishLayerVersionRequest } from '../model/api'
import type { CodeRecord } from './functionRecord'

/** Who else may use a layer version. */
export interface LayerPolicyRecord {
  /** Statements as AWS writes them, by Sid. */
  readonly statements: ReadonlyMap<string, Readonly<Record<string, unknown>>>
  readonly revisionId: string
}

/** One version of a layer: it never changes, but for its policy. */
export interface LayerVersionRecord {
  readonly version: number
  /** With the version. */
  readonly arn: string
  readonly description: string
  /** Epoch milliseconds. */
  readonly createdAt: number
  readonly code: CodeRecord
  /** Undefined if the publisher did not say. */
  readonly compatibleRuntimes: PublishLayerVersionRequest['CompatibleRuntimes']
  readonly compatibleArchitectures: PublishLayerVersionRequest['CompatibleArchitectures']
  readonly licenseInfo: string | undefined
  policy?: LayerPolicyRecord | undefined
}

/** A layer: what is left of it without versions is the number that comes next. */
export interface LayerRecord {
  readonly name: string
  /** Without a version. */
  readonly arn: string
  /** By number, in the order of publishing. */
  readonly versions: Map<number, LayerVersionRecord>
  /** The number that the next version gets; never given twice. */
  nextVersion: number
}
