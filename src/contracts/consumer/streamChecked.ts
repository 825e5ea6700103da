interface StreamEvent {
  readonly PayloadChunk?: { readonly Payload?: Uint8Array }
  readonly InvokeComplete?: { readonly ErrorCode?: string; readonly ErrorDetails?: string }
}

/** The events of a streamed answer as they come; before the last one the whole is checked, and the stream breaks off if it is refused. */
export async function* streamChecked(
  events: unknown,
  require: (payload: unknown, failed: boolean) => Promise<void>,
): AsyncGenerator<StreamEvent> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const event of events as AsyncIterable<StreamEvent> | Iterable<StreamEvent>) {
    if (event.PayloadChunk?.Payload !== undefined) text += decoder.decode(event.PayloadChunk.Payload, { stream: true })
    if (event.InvokeComplete !== undefined) {
      const { ErrorCode, ErrorDetails = '' } = event.InvokeComplete
      const failed = ErrorCode !== undefined
      await require(parsed(failed ? ErrorDetails : text, ErrorCode), failed)
    }
    yield event
  }
}

/** A stream of text that is no JSON is that text; details that are none are the error's code alone. */
function parsed(text: string, errorType: string | undefined): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return errorType === undefined ? text : { errorType }
  }
}
