/**
 * A valid archive with one file, for functions whose handler runs in the test's process and for layers without content:
 * there is none without code. It counts as signed, for no code signing configuration is about it.
 */
const archive =
  'UEsDBBQAAAgAAAAAIQAnPpYTQAAAAEAAAAAJAAAAaW5kZXgubWpzLy8gVGhlIGhhbmRsZXIgb2YgdGhpcyBmdW5jdGlvbiBydW5zIGluIHRoZSB0ZXN0J3Mgb3duIHBy' +
  'b2Nlc3MuClBLAwQUAAAIAAAAACEAAAAAAAAAAAAAAAAAJQAAAE1FVEEtSU5GL2F3c19zaWduZXJfc2lnbmF0dXJlX3YxLjAuU0ZQSwECFAMUAAAIAAAAACEAJz6WE0AA' +
  'AABAAAAACQAAAAAAAAAAAAAApIEAAAAAaW5kZXgubWpzUEsBAhQDFAAACAAAAAAhAAAAAAAAAAAAAAAAACUAAAAAAAAAAAAAAKSBZwAAAE1FVEEtSU5GL2F3c19zaWdu' +
  'ZXJfc2lnbmF0dXJlX3YxLjAuU0ZQSwUGAAAAAAIAAgCKAAAAqgAAAAAA'

export function placeholderCode(): { readonly ZipFile: Uint8Array } {
  return { ZipFile: Buffer.from(archive, 'base64') }
}
