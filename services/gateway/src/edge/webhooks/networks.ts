import ipaddr from 'ipaddr.js';

/** Networks of private addresses that messages may be sent to all the same. */
export type Allowed = readonly (readonly [network: ipaddr.IPv4 | ipaddr.IPv6, prefix: number])[];

/**
 * @param networks in CIDR notation, such as `10.1.0.0/16`
 * @throws RangeError one of them is none
 */
export const allowedNetworks = (networks: readonly string[]): Allowed =>
  networks.map((network) => {
    if (!ipaddr.isValidCIDR(network)) throw new RangeError(`${network} is no network such as 10.1.0.0/16.`);
    return ipaddr.parseCIDR(network);
  });

/**
 * Whether a message may be sent to an address: it is everybody's on the internet, or in a network that is allowed.
 * Loopback, link-local, private, carrier-grade, multicast, documentation and translated addresses are not
 * (RFC 6890); an IPv4 address that is written as IPv6 is taken for what it is.
 */
export const mayBeSentTo = (address: string, allowed: Allowed): boolean => {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return parsed.range() === 'unicast' || isAllowed(parsed, allowed);
};

/** Whether an address is in one of the networks that are allowed by name. */
export const isAllowedPrivate = (address: string, allowed: Allowed): boolean =>
  ipaddr.isValid(address) && isAllowed(ipaddr.process(address), allowed);

const isAllowed = (address: ipaddr.IPv4 | ipaddr.IPv6, allowed: Allowed): boolean =>
  allowed.some(([network, prefix]) => network.kind() === address.kind() && address.match(network, prefix));
