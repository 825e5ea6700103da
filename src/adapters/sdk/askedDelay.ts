/** The SDK loses a few milliseconds on a busy machine, not more. */
const lost = 100

/**
 * How long a retry waits for. The SDK turns a Retry-After header into a moment and that back into a time, so that what goes by in
 * between is missing: it is put back, for the same number in every run.
 */
export function askedDelay(error: unknown, milliseconds: number): number {
  const { $response } = (error ?? {}) as { readonly $response?: { readonly headers?: Readonly<Record<string, string>> } }
  const asked = Number($response?.headers?.['retry-after']) * 1000
  return milliseconds < asked && asked - milliseconds < lost ? asked : milliseconds
}
