import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import ts from 'typescript'

export interface Import {
  /** As written: '../errors/usageError', 'node:timers', 'nock'. */
  readonly specifier: string
  /** The file of ours that it names, relative to src and without extension; undefined for anything else. */
  readonly target: string | undefined
  /** Gone after compilation. */
  readonly typeOnly: boolean
  /** Loaded when the code runs, not when the file is loaded. */
  readonly lazy: boolean
}

export interface Source {
  /** Relative to src, with slashes and without extension: 'errors/usageError'. */
  readonly path: string
  readonly text: string
  readonly tree: ts.SourceFile
  readonly imports: readonly Import[]
}

/** Every TypeScript file below `root`, taken apart. */
export function readSources(root: string): readonly Source[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => {
      const text = readFileSync(join(root, file), 'utf8')
      const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
      return {
        path: file.split(sep).join('/').replace(/\.ts$/, ''),
        text,
        tree,
        imports: importsOf(tree, root, join(root, file)),
      }
    })
}

function importsOf(tree: ts.SourceFile, root: string, file: string): readonly Import[] {
  const imports: Import[] = []
  const add = (node: ts.Node, typeOnly: boolean, lazy: boolean) => {
    if (!ts.isStringLiteralLike(node)) return
    const target = node.text.startsWith('.')
      ? relative(root, join(dirname(file), node.text))
          .split(sep)
          .join('/')
      : undefined
    imports.push({ specifier: node.text, target, typeOnly, lazy })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, importsTypesOnly(node.importClause), false)
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier) add(node.moduleSpecifier, exportsTypesOnly(node), false)
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true, false)
    else if (ts.isCallExpression(node) && loadsModule(node.expression) && node.arguments[0]) add(node.arguments[0], false, true)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return imports
}

function importsTypesOnly(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true
  const names = clause.namedBindings
  return clause.name === undefined && names !== undefined && ts.isNamedImports(names) && allTypes(names.elements)
}

function exportsTypesOnly(node: ts.ExportDeclaration): boolean {
  return (
    node.isTypeOnly ||
    (node.exportClause !== undefined && ts.isNamedExports(node.exportClause) && allTypes(node.exportClause.elements))
  )
}

function allTypes(elements: readonly (ts.ImportSpecifier | ts.ExportSpecifier)[]): boolean {
  return elements.length > 0 && elements.every((element) => element.isTypeOnly)
}

/** `import(...)`, `require(...)`, `require.resolve(...)` and `createRequire(...)(...)` under whatever name ends in "require". */
function loadsModule(callee: ts.Expression): boolean {
  if (callee.kind === ts.SyntaxKind.ImportKeyword) return true
  return ts.isIdentifier(callee) && /require$/i.test(callee.text)
}
