import type { S3Refusal, WebOutcome, WebReply } from '../../webExchange'
import { writeXml } from '../xml/writeXml'

/**
 * An outcome as an HTTP answer: what S3 refuses becomes the XML that S3 sends. That takes fast-xml-parser; without it the answer is a
 * text that says so.
 */
export async function plainReply(outcome: WebOutcome): Promise<WebReply> {
  if (outcome.kind === 'reply') return outcome
  const { status, headers } = outcome
  const { type, text } = await textOf(outcome)
  return { kind: 'reply', status, headers: { ...headers, 'content-type': type }, cookies: [], body: Buffer.from(text) }
}

async function textOf({ error }: S3Refusal): Promise<{ readonly type: string; readonly text: string }> {
  const xml = await writeXml({ Error: error })
  if (xml !== undefined) return { type: 'application/xml', text: xml }
  const text =
    `UsageError: S3 answers this link with ${error.Code}: ${error.Message}. ` +
    'To get the XML that it sends, install fast-xml-parser: npm install --save-dev fast-xml-parser'
  return { type: 'text/plain; charset=utf-8', text }
}
