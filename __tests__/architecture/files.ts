import ts from 'typescript'
import { isEntry } from './imports'
import { baseName, isOperationFile, type Rule } from './rule'
import type { Source } from './readSources'

const generated = ['model/api', 'model/operations', 'model/shapes']
const longest = 220
const longestOperation = 100

const written = (sources: readonly Source[]) => sources.filter((source) => !generated.includes(source.path))

/** Small enough to see. */
export const fileSize: Rule = (sources) =>
  written(sources).flatMap((source) => {
    const lines = source.text.split('\n').length - 1
    const limit = isOperationFile(source.path) ? longestOperation : longest
    return lines > limit ? [`${source.path}: has ${lines} lines, more than ${limit}; split it by purpose`] : []
  })

/** A file is named after what it gives, folders in kebab-case, files in camelCase. */
export const names: Rule = (sources) =>
  sources.flatMap(({ path }) => {
    const [file, ...folders] = path.split('/').reverse()
    return [
      ...(/^[a-z][a-zA-Z0-9]*$/.test(file!) ? [] : [`${path}: file names are camelCase`]),
      ...(folders.every((folder) => /^[a-z][a-z0-9-]*$/.test(folder)) ? [] : [`${path}: folder names are kebab-case`]),
      ...(/utils?$|helpers?$|common$|managers?$|misc$/i.test(file!) ? [`${path}: says nothing about what it holds`] : []),
    ]
  })

/**
 * A file that gives a function or two is called after one of them: createVirtualClock in virtualClock.
 * One that gives more is called after what they are about, and so is the noun file of a resource: function in functions.
 */
export const mainExport: Rule = (sources) =>
  written(sources)
    .filter((source) => !isEntry(source))
    .flatMap(({ path, tree }) => {
      const exported = tree.statements.filter((statement) => hasModifier(statement, ts.SyntaxKind.ExportKeyword))
      const values = exported.filter((statement) => ts.isFunctionDeclaration(statement) || ts.isVariableStatement(statement))
      if (values.length === 0 || values.length > 2 || isNounFile(path)) return []
      const given = exported.flatMap(declaredNames)
      const known = new Set(given.flatMap(stemsOf))
      return stemsOf(baseName(path)).some((stem) => known.has(stem))
        ? []
        : [`${path}: exports ${given.join(', ')}, none named after the file`]
    })

/** 'operations/scaling-configs/scalingConfig' */
function isNounFile(path: string): boolean {
  const [folder = '', file = ''] = path.split('/').slice(-2)
  return folder.replaceAll('-', '').replace(/(ie)?s$/, '') === file.toLowerCase().replace(/y$/, '')
}

/** 'virtualClocks' -> virtua, clock */
function stemsOf(name: string): readonly string[] {
  const words = name.match(/[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])/g) ?? []
  return words.map((word) => word.toLowerCase().replace(/s$/, '').slice(0, 6))
}

/** What a file gives is a list that one can read. */
export const namedExports: Rule = (sources) =>
  sources.flatMap(({ path, tree }) =>
    tree.statements.flatMap((statement) => {
      if (ts.isExportDeclaration(statement) && statement.exportClause === undefined)
        return [`${path}: export * hides what is exported`]
      const isDefault = ts.isExportAssignment(statement) || hasModifier(statement, ts.SyntaxKind.DefaultKeyword)
      return isDefault ? [`${path}: a default export has no name`] : []
    }),
  )

/** Importing does nothing, and no module keeps a state that two doubles would share. The entries that register are the exception. */
export const importingDoesNothing: Rule = (sources) =>
  sources
    .filter((source) => !['jest', 'vitest', 'cli'].includes(source.path))
    .flatMap(({ path, tree }) => tree.statements.flatMap((statement) => sideEffects(path, statement)))

function sideEffects(path: string, statement: ts.Statement): readonly string[] {
  const line = statement.getText().split('\n')[0]
  if (ts.isVariableStatement(statement)) {
    if (!(statement.declarationList.flags & ts.NodeFlags.Const)) return [`${path}: keeps a state in its module: ${line}`]
    return statement.declarationList.declarations.flatMap((declaration) => [
      ...(growing(declaration) ? [`${path}: keeps a state in its module: ${line}`] : []),
      ...(readsGlobals(declaration) ? [`${path}: reads a global when it is loaded: ${line}`] : []),
    ])
  }
  const declares =
    ts.isImportDeclaration(statement) ||
    ts.isExportDeclaration(statement) ||
    ts.isExportAssignment(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    hasModifier(statement, ts.SyntaxKind.DeclareKeyword)
  return declares ? [] : [`${path}: does something when it is loaded: ${line}`]
}

/** An empty collection is there to be filled, and a weak one always is. */
function growing({ initializer }: ts.VariableDeclaration): boolean {
  if (initializer === undefined) return false
  if (ts.isArrayLiteralExpression(initializer)) return initializer.elements.length === 0
  if (!ts.isNewExpression(initializer)) return false
  const collection = initializer.expression.getText()
  return /^Weak(Map|Set|Ref)$/.test(collection) || (/^(Map|Set)$/.test(collection) && (initializer.arguments ?? []).length === 0)
}

function readsGlobals(node: ts.Node): boolean {
  if (ts.isFunctionLike(node)) return false
  if (ts.isPropertyAccessExpression(node) && /^(process|globalThis|global)$/.test(node.expression.getText())) return true
  return ts.forEachChild(node, (child) => readsGlobals(child) || undefined) ?? false
}

/** Marks of unfinished work, of one person's machine, and of checks switched off without a reason. */
export const words: Rule = (sources) =>
  written(sources).flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => {
      const found =
        /\b(TODO|FIXME|HACK|XXX)\b|@ts-(ignore|nocheck)|(?<![\w.])\/(home|Users|root|work)\/|eslint-disable(?!.*--)/.exec(line)
      return found ? [`${path}:${index + 1}: says ${found[0]}`] : []
    }),
  )

function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node)?.some((modifier) => modifier.kind === kind) ?? false)
}

function declaredNames(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map((declaration) => declaration.name.getText())
  const { name } = statement as ts.Statement & { readonly name?: ts.Identifier }
  return name === undefined ? [] : [name.text]
}
