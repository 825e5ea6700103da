import type { HttpParts } from './httpRequest'

/** What the event of either kind of API is made of. */
export interface ApiParts extends HttpParts {
  readonly resource: string | undefined
  readonly pathParameters: Readonly<Record<string, string>> | undefined
  readonly stage: string | undefined
  readonly stageVariables: Readonly<Record<string, string>> | undefined
  readonly authorizer: Readonly<Record<string, unknown>> | undefined
  readonly apiId: string
  /** `<apiId>.execute-api.<region>.amazonaws.com` */
  readonly domainName: string
  readonly requestId: string
  /** For X-Amzn-Trace-Id. */
  readonly trace: string
  /** Epoch milliseconds. */
  readonly time: number
}
