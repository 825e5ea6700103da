/** A function as a caller may name it: bare, partial ARN or full ARN, with or without a qualifier. */
export interface FunctionName {
  readonly name: string
  readonly region: string | undefined
  readonly accountId: string | undefined
  /** A version, an alias or $LATEST. */
  readonly qualifier: string | undefined
}

const form =
  /^(?:arn:(?:aws[a-zA-Z-]*)?:lambda:)?(?:((?:eusc-)?[a-z]{2}(?:-gov|-iso[a-z]?)?-[a-z]+-\d):)?(?:(\d{12}):)?(?:function:)?([a-zA-Z0-9-_.]+)(?::(\$LATEST(?:\.PUBLISHED)?|[a-zA-Z0-9-_]+))?$/

/** Takes a function name apart, or undefined if it has none of the forms that AWS knows. */
export function parseFunctionName(text: string): FunctionName | undefined {
  const found = form.exec(text)
  if (found === null) return undefined
  return { region: found[1], accountId: found[2], name: found[3]!, qualifier: found[4] }
}
