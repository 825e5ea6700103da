/** How a function honours a contract. */
export interface HonourOptions {
  /** The states in which the examples answer; examples for other states answer only events that no other has. */
  readonly given?: string | readonly string[]
}
