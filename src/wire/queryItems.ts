/** Percent-decodes a piece of a path or query. What is no valid encoding stays as it is and fails its constraint later. */
export function decodePercent(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The items of a raw query string in their order; a repeated item is a list. A `+` is a space, as servlet containers read it. */
export function queryItems(query: string): ReadonlyMap<string, readonly string[]> {
  const items = new Map<string, string[]>()
  for (const item of query.split('&')) {
    if (item === '') continue
    const equals = item.indexOf('=')
    const name = decodePercent((equals === -1 ? item : item.slice(0, equals)).replaceAll('+', ' '))
    const value = equals === -1 ? '' : decodePercent(item.slice(equals + 1).replaceAll('+', ' '))
    const values = items.get(name)
    if (values) values.push(value)
    else items.set(name, [value])
  }
  return items
}
