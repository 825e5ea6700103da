/** Paints text for a terminal, or leaves it as it is. */
export type Paint = (text: string, colour: Colour) => string

export type Colour = keyof typeof codes

const codes = { red: 31, green: 32, yellow: 33, cyan: 36, bold: 1, dim: 2 } as const

export function createPaint(isOn: boolean): Paint {
  return isOn ? (text, colour) => `\u001b[${codes[colour]}m${text}\u001b[0m` : (text) => text
}
