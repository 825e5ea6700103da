import { isIP } from 'node:net'

export type GuardScope = 'lambda' | 'aws' | 'all'

/** What a connection would lead to, if the scope forbids it. */
export type ForbiddenTarget = 'Lambda' | 'a function URL' | 'a link to code' | 'the metadata service' | 'AWS' | 'the network'

/** DNS suffixes of all partitions, with dual-stack ones (endpoint rules of the SDK). */
const suffixes = [
  ...['amazonaws.com', 'amazonaws.com.cn', 'amazonaws.eu', 'c2s.ic.gov', 'sc2s.sgov.gov', 'cloud.adc-e.uk', 'csp.hci.ic.gov'],
  ...['api.aws', 'api.amazonwebservices.com.cn', 'api.amazonwebservices.eu', 'api.aws.ic.gov', 'api.aws.scloud'],
  ...['api.cloud-aws.adc-e.uk', 'api.aws.hci.ic.gov'],
]

/** Addresses that hand out credentials and regions: EC2, ECS, EKS. */
const metadata = ['169.254.169.254', '169.254.170.2', '169.254.170.23', 'fd00:ec2::254', 'fd00:ec2::23']

/** Names a connection's target if a guard of this scope refuses it. Only the name is looked at: nothing is resolved. */
export function forbiddenTarget(host: string, scope: GuardScope): ForbiddenTarget | undefined {
  const name = canonical(host)
  if (isLoopback(name)) return undefined
  if (metadata.includes(name)) return 'the metadata service'
  if (/\.lambda-url\.[a-z0-9-]+\.on\.aws$/.test(name)) return 'a function URL'
  if (/^awslambda-[a-z0-9-]+-(tasks|layers)\.s3\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/.test(name)) return 'a link to code'
  const suffix = suffixes.find((each) => name.endsWith(`.${each}`))
  if (suffix !== undefined && /(^|\.)lambda(-fips)?\.[a-z0-9-]+(\.vpce)?$/.test(name.slice(0, -suffix.length - 1)))
    return 'Lambda'
  if (scope !== 'lambda' && (suffix !== undefined || name.endsWith('.on.aws'))) return 'AWS'
  return scope === 'all' ? 'the network' : undefined
}

/** One spelling of each host: no case, no final dot, no brackets or zone, addresses in their shortest form. */
function canonical(host: string): string {
  const name = host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/%.*$/, '')
    .replace(/\.$/, '')
  const url = isIP(name) === 6 ? `http://[${name}]` : `http://${name}`
  // URLs know all the notations of an address that the resolver knows too, such as 0xa9fea9fe.
  const parsed = URL.canParse(url) ? new URL(url).hostname.replace(/^\[|\]$/g, '') : name
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(parsed)
  if (!mapped) return parsed
  const [high, low] = [parseInt(mapped[1]!, 16), parseInt(mapped[2]!, 16)]
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}

function isLoopback(name: string): boolean {
  return (
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    /^127\.\d+\.\d+\.\d+$/.test(name) ||
    ['::1', '::', '0.0.0.0'].includes(name)
  )
}
