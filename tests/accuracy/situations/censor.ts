import { isDomestic } from '../../../lib/catalog/domestic.ts';
import type { Catalog, Service } from '../../../lib/catalog/schema.ts';
import { privateAuthorityOf } from '../../../lib/catalog/target-kinds.ts';
import type { Mechanism } from '../../../lib/model/mechanism.ts';
import { answer, type Ending, edgesOf, error, type Obstacle, silence } from '../browser/flow.ts';
import type { LookUp } from '../browser/servers.ts';
import type { Random } from '../time/random.ts';
import { hostsOf } from './services.ts';
import { isWithin, type Period } from './situation.ts';

/** One method of interference, constant while it lasts. */
export interface Method {
  id: string;
  about: string;
  mechanism: Mechanism;
  /** Whether it can block a whole service (for instance, the service has a name to match). */
  suits: (service: Service) => boolean;
  build: (hindrance: Hindrance) => Censor;
}

export interface Hindrance {
  hosts: ReadonlySet<string>;
  period: Period;
  random: Random;
  catalog: Catalog;
}

export interface Censor {
  obstacle: Obstacle;
  /** The answers of resolvers meanwhile, if the method changes them. */
  lookUp?: LookUp;
}

const anyService = () => true;
/** Telegram's data centres are reached by address and without TLS. */
export const isNamed = (service: Service) =>
  service.targets
    .filter(({ votes }) => votes)
    .every(({ urls }) => urls.every((url) => !/^http:|^https?:\/\/[\d.]+\//.test(url)));
const isPublicAuthority = (service: Service) =>
  isNamed(service) && service.targets.every((target) => privateAuthorityOf(target) === null);

export const methods: Method[] = [
  method('name removed', 'dns.nxdomain', isNamed, {
    about: 'The name server says there is no such name; other resolvers know it by DoH.',
    build: (hindrance) => removedName(hindrance, error('NAME_NOT_RESOLVED')),
  }),
  method('name withheld', 'dns.timeout', isNamed, {
    about: 'The name server does not answer queries for the name.',
    build: (hindrance) => removedName(hindrance, silence),
  }),
  method('reset on name', 'tls.reset.sni', isNamed, {
    about: 'A handshake that contains the name is reset.',
    build: (hindrance) => byName(hindrance, error('CONNECTION_RESET')),
  }),
  method('silence on name', 'tls.timeout.sni', isNamed, {
    about: 'A handshake that contains the name is dropped.',
    build: (hindrance) => byName(hindrance, silence),
  }),
  method('alert on name', 'tls.alert', isNamed, {
    about: 'A handshake that contains the name gets a forged alert.',
    build: (hindrance) => byName(hindrance, error('SSL_PROTOCOL_ERROR')),
  }),
  method('forged certificate', 'tls.mitm', isPublicAuthority, {
    about: 'A middlebox answers with a certificate of its own.',
    build: (hindrance) => byName(hindrance, error('CERT_AUTHORITY_INVALID')),
  }),
  method('address dropped', 'tcp.timeout', anyService, {
    about: 'Packets to the addresses vanish.',
    build: (hindrance) => byAddress(hindrance, silence),
  }),
  method('address refused', 'tcp.refused', anyService, {
    about: 'Connections to the addresses are refused.',
    build: (hindrance) => byAddress(hindrance, error('CONNECTION_REFUSED')),
  }),
  method('address unreachable', 'ip.unreachable', anyService, {
    about: 'A router on the path reports the addresses as unreachable.',
    build: (hindrance) => byAddress(hindrance, error('ADDRESS_UNREACHABLE')),
  }),
  method('refusal by law', 'http.error', isPublicAuthority, {
    about: 'The server answers 451.',
    build: ({ hosts, period }) => ({
      obstacle: (flow, step, atMs) =>
        step === 'request' && hosts.has(flow.host) && isWithin(period, atMs) ? answer(451) : null,
    }),
  }),
];

export function methodById(id: string): Method {
  const found = methods.find((one) => one.id === id);
  if (found === undefined) throw new Error(`No method "${id}"`);
  return found;
}

/** Only the sites on the state's list get through; all other addresses are dropped. */
export function allowlist({ catalog, period }: Pick<Hindrance, 'catalog' | 'period'>): Obstacle {
  const domestic = domesticHosts(catalog);
  return (flow, step, atMs) =>
    (step === 'connect' || step === 'request') && !domestic.has(flow.host) && isWithin(period, atMs)
      ? silence
      : null;
}

export function domesticHosts(catalog: Catalog): Set<string> {
  return new Set([
    ...catalog.controls
      .filter(({ group }) => group === 'domestic')
      .map(({ url }) => new URL(url).hostname),
    ...catalog.services
      .filter((one) => isDomestic(one, catalog.home))
      .flatMap((service) => [...hostsOf(service)]),
    ...catalog.resolvers.filter(({ national }) => national).map(({ url }) => new URL(url).hostname),
  ]);
}

function method(
  id: string,
  mechanism: Mechanism,
  suits: Method['suits'],
  rest: Pick<Method, 'about' | 'build'>,
): Method {
  return { id, mechanism, suits, ...rest };
}

/** In half of the cases the national resolver follows the block list, while it has the name; otherwise it knows it. */
function removedName({ hosts, period, random }: Hindrance, ending: Ending): Censor {
  const follows = ending.kind === 'error' && random.chance(0.5);
  return {
    obstacle: (flow, step, atMs) =>
      step === 'resolve' && hosts.has(flow.host) && isWithin(period, atMs) ? ending : null,
    lookUp: (name, resolver, atMs) =>
      follows && resolver.national && hosts.has(name) && isWithin(period, atMs)
        ? 'unknown'
        : 'known',
  };
}

function byName({ hosts, period }: Hindrance, ending: Ending): Censor {
  return {
    obstacle: (flow, step, atMs) =>
      step === 'hello' && flow.sni !== null && hosts.has(flow.sni) && isWithin(period, atMs)
        ? ending
        : null,
  };
}

/** Also drops packets of open connections, whatever name led to the address. */
function byAddress({ hosts, period }: Hindrance, ending: Ending): Censor {
  const addresses = new Set([...hosts].flatMap(edgesOf));
  return {
    obstacle: (flow, step, atMs) => {
      if (!addresses.has(flow.address) || !isWithin(period, atMs)) return null;
      if (step === 'connect') return ending;
      return step === 'request' ? silence : null;
    },
  };
}
