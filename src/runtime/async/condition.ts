/**
 * Why the queue is done with an event.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 * `RecursiveInvocation` is not recorded: AWS says that a loop's event goes to the failure targets, not under which condition.
 */
export type Condition = 'Success' | 'RetriesExhausted' | 'EventAgeExceeded' | 'ZeroReservedConcurrency' | 'RecursiveInvocation'
