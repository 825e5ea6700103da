/**
 * A valid archive with one file, for functions whose handler runs in the test's process:
 * CreateFunction takes no function without code.
 */
const archive =
  'UEsDBBQAAAAAAAAAIQAnPpYTQAAAAEAAAAAJAAAAaW5kZXgubWpzLy8gVGhlIGhhbmRsZXIgb2YgdGhpcyBmdW5jdGlvbiBydW5zIGluIHRoZSB0ZXN0J3Mgb3duIHByb2Nl' +
  'c3MuClBLAQIUAxQAAAAAAAAAIQAnPpYTQAAAAEAAAAAJAAAAAAAAAAAAAACAAQAAAABpbmRleC5tanNQSwUGAAAAAAEAAQA3AAAAZwAAAAAA'

export function placeholderCode(): { readonly ZipFile: Uint8Array } {
  return { ZipFile: Buffer.from(archive, 'base64') }
}
