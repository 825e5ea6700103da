/** A matcher of Jest or Vitest (`expect.any(String)`) or of sinon (`sinon.match.string`). */
export type AsymmetricMatcher =
  | { asymmetricMatch(value: unknown): boolean }
  | { test(value: unknown): boolean; and(other: never): unknown; or(other: never): unknown }

type Scalar = string | number | bigint | boolean | symbol | null | undefined | Date | ArrayBufferView

/** What a value may be compared with: itself, a part of it, a regular expression, a matcher, or a function that decides. */
export type Match<Value> =
  | Value
  | AsymmetricMatcher
  | ((value: Value) => boolean)
  | (Value extends string ? RegExp : never)
  | (Value extends Scalar
      ? never
      : Value extends readonly (infer Item)[]
        ? readonly Match<Item>[]
        : { readonly [Key in keyof Value]?: Match<Value[Key]> })

/** What an operation's input may be compared with. The event of an invocation is compared as a JSON value. */
export type InputMatch<Input> =
  | AsymmetricMatcher
  | ((input: Input) => boolean)
  | { readonly [Key in keyof Input]?: Key extends 'Payload' | 'InvokeArgs' ? unknown : Match<Input[Key]> }

/** A command class of the SDK, such as InvokeCommand; recognised by its name, so that any copy and version will do. */
export type CommandClass<Input = never> = abstract new (input: Input) => { readonly input: unknown }
