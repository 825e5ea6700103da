import { UsageError } from '../../errors/usageError'
import type { ApiReport } from '../api/apiReport'
import { breachText } from '../breach'
import type { ContractDiff } from '../diff/diffContracts'
import type { Report, VerificationReport } from './report'

interface TestCase {
  readonly '@name': string
  readonly '@classname': string
  readonly failure?: { readonly '@message': string; readonly '#text': string }
  readonly skipped?: { readonly '@message': string }
}

/**
 * A report as JUnit XML, which CI systems show: a suite for each contract and a test for each example; of the API a suite for each
 * operation and a test for each error, skipped if it was never shown. Needs the package fast-xml-parser.
 *
 * @throws UsageError if fast-xml-parser is not installed
 * @example writeFileSync('report.xml', await junitReport(await verifyContract(createOrder, handler)))
 */
export async function junitReport(report: Report): Promise<string> {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the package that it moves to is not what users have installed
  const { XMLBuilder } = await import('fast-xml-parser').catch((cause: unknown) => {
    throw new UsageError('A report in JUnit XML needs the package fast-xml-parser: npm i -D fast-xml-parser.', { cause })
  })
  const suites = suitesOf(report).map(([name, tests]) => ({ '@name': clean(name), ...totals(tests), testcase: tests }))
  const all = suites.flatMap(({ testcase }) => testcase)
  const builder = new XMLBuilder({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    format: true,
    indentBy: '  ',
    suppressEmptyNode: true,
  })
  const document = {
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    testsuites: { '@name': 'lambdouble', ...totals(all), testsuite: suites },
  }
  return builder.build(document) as string
}

function totals(tests: readonly TestCase[]) {
  return {
    '@tests': tests.length,
    '@failures': tests.filter(({ failure }) => failure !== undefined).length,
    '@skipped': tests.filter(({ skipped }) => skipped !== undefined).length,
  }
}

function suitesOf(report: Report): readonly (readonly [name: string, tests: readonly TestCase[]])[] {
  if (report.kind === 'verification') return verificationSuites(report)
  return report.kind === 'api' ? apiSuites(report) : [diffSuite(report)]
}

function verificationSuites({ contracts }: VerificationReport) {
  return contracts.map(({ contract, examples }) => {
    const tests = examples.map(({ name, breaches }): TestCase => {
      const text = breaches.map(breachText).join('\n\n')
      return testCase(
        contract,
        name,
        text === '' ? {} : { failure: { '@message': clean(firstIssue(text)), '#text': clean(text) } },
      )
    })
    return [contract, tests] as const
  })
}

/** The second line of a breach is its first issue. */
function firstIssue(text: string): string {
  return text.split('\n')[1]?.trim() ?? text
}

function apiSuites({ operations }: ApiReport) {
  return operations.map(({ operation, errors, functionErrorShown }) => {
    const missed = { skipped: { '@message': 'never shown to the code under test' } }
    const tests = [
      ...(functionErrorShown === undefined ? [] : [testCase(operation, 'FunctionError', functionErrorShown ? {} : missed)]),
      ...errors.shown.map((name) => testCase(operation, name, {})),
      ...errors.neverShown.map((name) => testCase(operation, name, missed)),
    ]
    return [operation, tests] as const
  })
}

function diffSuite({ contract, changes }: ContractDiff) {
  const tests = changes.map(({ place, change, breaks, why }) =>
    testCase(
      contract,
      `${place} ${change}`,
      breaks === undefined ? {} : { failure: { '@message': `breaks the ${breaks}`, '#text': clean(why) } },
    ),
  )
  return [contract, tests] as const
}

function testCase(classname: string, name: string, outcome: Pick<TestCase, 'failure' | 'skipped'>): TestCase {
  return { '@name': clean(name), '@classname': clean(classname), ...outcome }
}

/** Without the characters that XML cannot hold. */
function clean(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ' ')
}
