/** Where the chunks of a streamed response go while the function still runs. */
export interface ChunkSink {
  /** Told once, before the first chunk or at the end: the content type that the function has set, if any. */
  open(contentType: string | undefined): void
  /** @param taken to be called when the next chunk may come */
  write(chunk: Uint8Array, taken: () => void): void
}
