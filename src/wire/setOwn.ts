/**
 * Sets a key that a caller chose, such as a tag's. A plain assignment to `__proto__` would change the object's prototype
 * instead of adding an entry.
 */
export function setOwn(target: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true })
  else target[key] = value
}
