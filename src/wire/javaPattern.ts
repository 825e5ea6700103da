import { lazily } from './lazily'

/** The model's patterns are Java's, where `\s` is ASCII only and `\p{..}` needs no flag. */
const compiled = lazily((pattern: string) => {
  const source = pattern.replaceAll('[^\\s]', '[^ \\t\\n\\v\\f\\r]')
  return new RegExp(`^(?:${source})$`, source.includes('\\p{') ? 'u' : '')
})

/** Whether a whole value satisfies a regular expression of the model. */
export function satisfies(pattern: string, value: string): boolean {
  return compiled(pattern).test(value)
}

/**
 * A value longer than this is not run through a pattern: what is too long is refused already, and some patterns take time in the
 * square of the length. AWS reports length and pattern together, so the bound is well above the maxima of names (64 to 256);
 * 1024 characters cost the worst pattern of the model well below a millisecond. A pattern without a maximum is a plain
 * character class, whose time grows with the length only.
 */
export function longestForPattern(max: number | undefined): number {
  return max === undefined ? Infinity : Math.max(max, 1024)
}
