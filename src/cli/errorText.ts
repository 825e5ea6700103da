/** The version that reloading puts behind a file's address. */
const version = /\?lambdouble=\d+/g

/** An error for a terminal: what it says and, if the user's own files are to blame, the place. The stack is of no use there. */
export function errorText(error: unknown): string {
  const { message = String(error) } = (error ?? {}) as Partial<Error>
  const [first = '', ...rest] = message.replace(version, '').replaceAll('file://', '').split('\n')
  // A UsageError carries its place in a line of its own.
  const place = /^\s+at (.+)$/.exec(rest[0] ?? '')?.[1]
  if (place !== undefined) return [`${first} (${place})`, ...rest.slice(1)].join('\n')
  return [first, ...rest].join('\n')
}
