/** An object as JSON has it: members under names. */
export type JsonObject = Readonly<Record<string, unknown>>

/** Whether a value of JSON is an object; to JavaScript null and lists are objects as well. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
