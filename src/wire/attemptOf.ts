/** Which attempt of a call a request is, as the SDK's retry loop counts them: 1 for the first. */
export function attemptOf(headers: Readonly<Record<string, string>>): number {
  const told = headers['amz-sdk-request']
  return told === undefined ? 1 : Number(/attempt=(\d+)/.exec(told)?.[1] ?? 1)
}
