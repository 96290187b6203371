import { decode, encode } from '@dnsquery/dns-packet';
import { allControls } from '../../../lib/catalog/all-controls.ts';
import type { Catalog } from '../../../lib/catalog/schema.ts';
import { privateAuthorityOf } from '../../../lib/catalog/target-kinds.ts';
import { addressOf, answer, type Ending, error, type Flow, isAddress } from './flow.ts';

/** How servers answer without interference. */
export interface Servers {
  /** Null if the browser accepts the handshake. */
  handshake(flow: Flow): Ending | null;
  answer(flow: Flow, atMs: number): Ending;
}

/** The answer of the authoritative name server. */
export type LookUp = (
  name: string,
  resolver: { host: string; national: boolean },
  atMs: number,
) => 'known' | 'unknown';

export function createServers(
  catalog: Catalog,
  lookUp: LookUp = () => 'known',
  addressesOf: (host: string) => readonly string[] = (host) => [addressOf(host)],
): Servers {
  const targets = catalog.services.flatMap((service) => service.targets);
  const ownAuthority = hostsOf(
    targets.filter((one) => privateAuthorityOf(one) === 'own_ca').flatMap(({ urls }) => urls),
  );
  const certified = hostsOf([...allControls(catalog), ...catalog.resolvers].map(({ url }) => url));
  const resolvers = new Map(catalog.resolvers.map((one) => [new URL(one.url).hostname, one]));
  const controls = new Map(catalog.controls.map((control) => [control.url, control]));

  return {
    handshake({ host }) {
      if (ownAuthority.has(host)) return error('CERT_AUTHORITY_INVALID');
      return isAddress(host) && !certified.has(host) ? error('CERT_COMMON_NAME_INVALID') : null;
    },
    answer({ url, host }, atMs) {
      const question = url.searchParams.get('dns');
      const resolver = resolvers.get(host);
      if (question !== null && resolver !== undefined) {
        const { national } = resolver;
        return answerQuestion(question, (name) =>
          lookUp(name, { host, national }, atMs) === 'known' ? addressesOf(name) : [],
        );
      }
      const control = controls.get(url.href);
      if (control === undefined && url.protocol === 'http:') return plainAnswer(url);
      return answer(control?.status ?? 200, control?.contains ?? '');
    },
  };
}

/** Names lead to TLS; data centres name their server. */
function plainAnswer({ hostname, href }: URL): Ending {
  if (isAddress(hostname)) return { ...answer(200), server: 'nginx' };
  return { ...answer(301), redirectUrl: href.replace('http:', 'https:') };
}

function hostsOf(urls: readonly string[]): Set<string> {
  return new Set(urls.map((url) => new URL(url).hostname));
}

const nameError = 3;

/** A name without addresses does not exist. */
function answerQuestion(
  question: string,
  addressesOf: (name: string) => readonly string[],
): Ending {
  const { id, questions = [] } = decode(Buffer.from(question, 'base64url'));
  const name = questions[0]?.name ?? '';
  const addresses = addressesOf(name);
  const type = questions[0]?.type === 'AAAA' ? 'AAAA' : 'A';
  const wanted = addresses.filter((one) => one.includes(':') === (type === 'AAAA'));
  const body = encode({
    type: 'response',
    id: id ?? 0,
    flags: 0x0180 + (addresses.length > 0 ? 0 : nameError),
    questions,
    answers: wanted.map((data) => ({ type, class: 'IN', name, ttl: 60, data })),
  });
  return { kind: 'answer', status: 200, body };
}
