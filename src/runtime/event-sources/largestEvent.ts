/**
 * Bytes of the largest event that a mapping hands over: 6 MB. A batch that would be larger is shared out.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html#invocation-eventsourcemapping-batching
 */
export const largestEvent = 6 * 1024 * 1024
