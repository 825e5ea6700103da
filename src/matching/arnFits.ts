/** Whether an ARN is meant: a text stands for itself, but for `*`, which is any text; a regular expression may fit anywhere in it. */
export function arnFits(pattern: string | RegExp, arn: string): boolean {
  // `search` does not care for where a global expression was left.
  if (typeof pattern !== 'string') return arn.search(pattern) >= 0
  if (!pattern.includes('*')) return pattern === arn
  const [start, ...rest] = pattern.split('*')
  if (!arn.startsWith(start!)) return false
  const end = rest.pop()!
  let from = start!.length
  for (const part of rest) {
    const at = arn.indexOf(part, from)
    if (at < 0) return false
    from = at + part.length
  }
  return arn.length - end.length >= from && arn.endsWith(end)
}
