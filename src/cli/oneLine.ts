/**
 * A value on one line, JSON but for a string, cut to a length. Control characters, which a terminal would obey, are blanks: they may
 * come from whoever sends requests.
 */
export function oneLine(value: unknown, limit: number): string {
  const text = (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).replace(
    // eslint-disable-next-line no-control-regex -- these are what is looked for
    /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g,
    ' ',
  )
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`
}
