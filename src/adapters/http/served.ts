import type { MockLambda } from '../../double/mock'

/** What an endpoint needs of the double behind it. */
export interface Served extends Pick<MockLambda, 'exchange' | 'web' | 'on' | 'inspection'> {
  /** May seed anew what a configuration has seeded. */
  reset(): void | Promise<void>
}
