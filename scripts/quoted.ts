/** A text as a literal, in the quotes that Prettier would choose. */
export function quoted(text: string): string {
  const json = JSON.stringify(text)
  const doubles = text.split('"').length - 1
  const singles = text.split("'").length - 1
  return doubles < singles ? json : `'${json.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}
