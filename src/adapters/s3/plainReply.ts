import type { S3Refusal, WebOutcome, WebReply } from '../../webExchange'

/**
 * An outcome as an HTTP answer: what S3 refuses becomes the XML that S3 sends. That takes fast-xml-parser, which is loaded when it is
 * first needed; without it the answer is a text that says so.
 */
export async function plainReply(outcome: WebOutcome): Promise<WebReply> {
  if (outcome.kind === 'reply') return outcome
  const { status, headers } = outcome
  const { type, text } = await textOf(outcome)
  return { kind: 'reply', status, headers: { ...headers, 'content-type': type }, cookies: [], body: Buffer.from(text) }
}

async function textOf({ error }: S3Refusal): Promise<{ readonly type: string; readonly text: string }> {
  const parser = await loadParser()
  if (parser === undefined) {
    const text =
      `UsageError: S3 answers this link with ${error.Code}: ${error.Message}. ` +
      'To get the XML that it sends, install fast-xml-parser: npm install --save-dev fast-xml-parser'
    return { type: 'text/plain; charset=utf-8', text }
  }
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- its successor is another package, which versions before 5.12 do without
  const xml = new parser.XMLBuilder({}).build({ Error: error }) as string
  return { type: 'application/xml', text: `<?xml version="1.0" encoding="UTF-8"?>\n${xml}` }
}

/** Undefined if it is not installed. */
async function loadParser(): Promise<typeof import('fast-xml-parser') | undefined> {
  try {
    return await import('fast-xml-parser')
  } catch (error) {
    if (['MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND'].includes((error as { code?: string }).code ?? '')) return undefined
    throw error
  }
}
