/** An entry of recordedErrors.json that the double answers otherwise, and how. */
export interface Deviation {
  /** What it is about, as `Operation: situation`. */
  readonly entry: string
  readonly reason: string
  /** What is answered instead: AWS's recorded parts in AWS's own, unrecorded order; or nothing at all is refused. */
  readonly instead: 'the same parts in another order' | 'accepted'
}

const sorted =
  "The recorder sorted the violations by their text; the double tells them in the order of the members of AWS's model."

export const deviations: readonly Deviation[] = [
  {
    entry: 'CreateFunction: well-formed but unknown subnet id',
    reason: 'Lambda asks EC2 which subnets there are; the double has no EC2 to ask and takes every well-formed id.',
    instead: 'accepted',
  },
  {
    entry: 'CreateEventSourceMapping: the Kinesis stream of the mapping does not exist',
    reason: 'Lambda asks Kinesis which streams there are; the double has no Kinesis to ask and takes every well-formed ARN.',
    instead: 'accepted',
  },
  {
    entry: 'DeleteFunction: ARN and qualifier too long, malformed region: all are reported',
    reason: sorted,
    instead: 'the same parts in another order',
  },
  {
    entry: 'GetFunction: ARN and qualifier too long, malformed region: all are reported',
    reason: sorted,
    instead: 'the same parts in another order',
  },
  {
    entry: 'Invoke: ARN and qualifier too long, malformed region: all are reported',
    reason: sorted,
    instead: 'the same parts in another order',
  },
]
