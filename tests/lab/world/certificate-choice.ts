import { dohResolvers, fixedAddresses } from '../network/known-names.ts';
import type { Certificate } from './authority.ts';
import type { CertificateKind, Certificates } from './certificates.ts';
import type { TlsAction, WorldDescription } from './description.ts';
import { matchesName } from './name-pattern.ts';

/** The certificate of a TLS server at an address, for the requested name or the address's owner. */
export function chooseCertificate(
  certificates: Certificates,
  {
    world,
    action,
    owner,
    address,
  }: {
    world: WorldDescription;
    action: TlsAction | undefined;
    owner: string | undefined;
    address: string;
  },
): Promise<Certificate> {
  const name = owner ?? 'nobody.lab';
  return certificates.get(name, kindOf(world, action, name), certifiedAddresses(name, address));
}

function kindOf(
  world: WorldDescription,
  action: TlsAction | undefined,
  name: string,
): CertificateKind {
  if (world.captivePortal || action === 'forged') return 'forged';
  if (action === 'expired' || action === 'wrong-name' || action === 'intercepted') return action;
  // Browsers complain of an unknown authority before they complain of the date.
  if (matchesName(world.nationalRoot ?? [], name)) return 'national';
  return world.wrongClock ? 'expired' : 'genuine';
}

/** Only certificates of public resolvers cover their addresses too. */
function certifiedAddresses(name: string, address: string): string[] {
  const addresses = fixedAddresses[name] ?? [];
  const isResolver = dohResolvers.some(({ hosts }) => hosts.includes(address));
  return isResolver && addresses.includes(address) ? addresses : [];
}
