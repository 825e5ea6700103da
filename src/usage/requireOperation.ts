import { nearest } from '../errors/nearest'
import { UsageError } from '../errors/usageError'
import { formatValue } from '../matching/formatValue'
import type { OperationName } from '../model/api'
import { operations } from '../model/operations'

/**
 * The operation that a command class or a name stands for. A class counts by its name, so that InvokeCommand of any copy and any
 * version of the SDK is Invoke; what bundlers add to the name is taken off.
 */
export function requireOperation(command: unknown, caller: string): OperationName {
  const name = typeof command === 'function' ? operationOfClass(command.name) : command
  if (typeof name === 'string' && Object.hasOwn(operations, name)) return name as OperationName
  const given =
    typeof command === 'function'
      ? command.name === ''
        ? 'A class without a name'
        : command.name
      : formatValue(command, { limit: 60 })
  const close = typeof name === 'string' ? nearest(name, Object.keys(operations)) : undefined
  const suggestion = typeof command === 'function' ? `${close}Command` : `'${close}'`
  throw new UsageError(
    `${caller}: ${given} is no operation of the Lambda API.${close === undefined ? " Give a Command class of the Lambda client, or a name such as 'Invoke'." : ` Did you mean ${suggestion}?`}`,
  )
}

function operationOfClass(name: string): string {
  return name.replace(/^_+/, '').replace(/Command(?:\$?\d+|_\d+)?$/, '')
}
