/**
 * The trace header of the run whose code asks, which AWS's clients send along with what they send from inside of a function;
 * undefined outside of one.
 */
export function traceHere(): string | undefined {
  const { AWS_LAMBDA_FUNCTION_NAME: functionName, _X_AMZN_TRACE_ID: header } = process.env
  return functionName ? header || undefined : undefined
}
