/**
 * A document as XML, as AWS's older protocols send it. A name that begins with `@` is an attribute. That takes fast-xml-parser, which
 * is loaded when it is first needed: undefined if it is not installed.
 */
export async function writeXml(document: object): Promise<string | undefined> {
  const parser = await loadParser()
  if (parser === undefined) return undefined
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- its successor is another package, which versions before 5.12 do without
  const xml = new parser.XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@' }).build(document) as string
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}`
}

async function loadParser(): Promise<typeof import('fast-xml-parser') | undefined> {
  try {
    return await import('fast-xml-parser')
  } catch (error) {
    if (['MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND'].includes((error as { code?: string }).code ?? '')) return undefined
    throw error
  }
}
