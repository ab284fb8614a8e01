import ipaddr from 'ipaddr.js'

/** What an IP address may be reached for: anything, only where the operator named its host, or never. */
export type AddressKind = 'public' | 'inner' | 'metadata'

/** Services of clouds that give out the machine's own credentials to whoever asks. */
const metadataAddresses = [
  ...['169.254.169.254', '169.254.169.253', '169.254.170.2', '169.254.170.23', '100.100.100.200'],
  ...['169.254.0.23', '168.63.129.16', '192.0.0.192', 'fd00:ec2::254', 'fd00:ec2::23', 'fd20:ce::254'],
].map((address) => ipaddr.parse(address).toNormalizedString())

const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')

/** The kind of an address as the resolver or a URL gives it; what is no address counts as inner. */
export function addressKind(address: string): AddressKind {
  const bare = address.replace(/%.*$/, '')
  if (!ipaddr.isValid(bare)) return 'inner'
  const parsed = ipaddr.process(bare)
  if (metadataAddresses.includes(parsed.toNormalizedString())) return 'metadata'
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === 'unicast' ? 'public' : 'inner'
  const carried = carriedAddress(parsed)
  if (carried !== null) return addressKind(carried)
  return parsed.range() === 'unicast' && parsed.match(globalUnicast) ? 'public' : 'inner'
}

/** The IPv4 address inside a translated one (NAT64, 6to4, the old `::a.b.c.d`): the one that is reached in the end. */
function carriedAddress(address: ipaddr.IPv6): string | null {
  const bytes = address.toByteArray()
  const range = address.range()
  if (range === 'rfc6052' || range === 'rfc6145' || range === 'ipv4Mapped') return bytes.slice(12).join('.')
  if (range === '6to4') return bytes.slice(2, 6).join('.')
  const isCompatible = bytes.slice(0, 12).every((byte) => byte === 0) && (bytes[12] ?? 0) > 0
  return isCompatible ? bytes.slice(12).join('.') : null
}
