import { encode } from '@dnsquery/dns-packet';
import { describe, expect, it } from 'vitest';
import type { HttpObservation } from '../../../../lib/observe/http.ts';
import { emptyRecord } from '../../../../lib/round/round-record.ts';
import { runRound } from '../../../../lib/round/run.ts';
import { aCatalog, aResolver, aService, aServiceRole, aTarget } from '../../../helpers/catalog.ts';
import { aFailedObservation } from '../../../helpers/observations.ts';
import { aRoundWorld } from '../../../helpers/round-world.ts';
import { aPlan } from '../../../helpers/rounds.ts';

const wrongName = aFailedObservation({
  failure: 'ssl_invalid_hostname',
  browserError: 'net::ERR_CERT_COMMON_NAME_INVALID',
});
const timeout = aFailedObservation({ failure: 'generic_timeout_error', browserError: null });

interface PairOptions {
  /** The result for the name. */
  failure?: Partial<HttpObservation>;
  /** The result for other names. */
  others?: Partial<HttpObservation>;
  /** The result for each address. */
  addresses?: Record<string, Partial<HttpObservation>>;
  isPermitted?: (url: string) => Promise<boolean>;
  targets?: string[];
  /** Of a role that the service does not require. */
  aside?: string[];
}

/** Runs a round in which a service's names fail; returns the probes of bare addresses. */
async function pair(options: PairOptions = {}) {
  const { failure = aFailedObservation(), addresses = { '93.184.216.34': wrongName } } = options;
  const answers = Object.keys(addresses);
  const body = encode({
    type: 'response',
    id: 0,
    flags: 0x0180,
    answers: answers.map((data) => ({ type: 'A', name: 'web.chat.example', ttl: 60, data })),
  });
  const { tools, probed } = aRoundWorld(({ url }) => {
    const { hostname } = new URL(url);
    if (hostname === 'web.chat.example') return failure;
    if (hostname.endsWith('chat.example')) return options.others ?? failure;
    return addresses[hostname] ?? (url.includes('dns-query') ? { body } : {});
  }, options.isPermitted && { isPermitted: options.isPermitted });
  const urls = options.targets ?? ['https://web.chat.example/'];
  const targets = urls.map((url, index) =>
    aTarget({
      id: `chat/target-${index}`,
      urls: [url],
      kind: url.startsWith('https') ? 'https' : 'http',
    }),
  );
  const aside = (options.aside ?? []).map((url, index) =>
    aTarget({ id: `chat/aside-${index}`, role: 'api', urls: [url] }),
  );
  const roles = [aServiceRole(), aServiceRole({ role: 'api', required: false })];
  const observed = await runRound({
    catalog: aCatalog({
      services: [aService({ roles, targets: [...targets, ...aside] })],
      resolvers: [
        aResolver(),
        aResolver({ id: 'second', url: 'https://second.example/dns-query' }),
      ],
    }),
    record: emptyRecord(aPlan()),
    signal: new AbortController().signal,
    tools: { ...tools, writeJournal: async () => undefined },
    onProgress: () => undefined,
  });
  const asked = probed.filter((url) => answers.includes(new URL(url).hostname));
  return { asked, probed, probes: observed.addressProbes };
}

describe('a name that is cut off', () => {
  it('is paired with its address, where any certificate completes the pair', async () => {
    const { asked, probes } = await pair();

    expect(asked).toEqual(Array(3).fill('https://93.184.216.34/'));
    const completed = { ok: true, failure: 'ssl_invalid_hostname' };
    expect(probes).toMatchObject([
      {
        name: 'web.chat.example',
        address: '93.184.216.34',
        attempts: [1, 2, 3].map((n) => ({ n, ...completed })),
      },
    ]);
  });

  it('is not paired where the browser says that it was left to a proxy', async () => {
    const failure = aFailedObservation({ remoteIpKind: 'proxy' });

    expect((await pair({ failure })).asked).toEqual([]);
  });

  it('is paired once, even if several targets have it', async () => {
    const targets = ['https://web.chat.example/', 'https://web.chat.example/other'];

    const { asked } = await pair({ targets });

    expect(asked).toHaveLength(3);
  });

  it.each([
    ['fails alike', aFailedObservation(), ['media.chat.example', 'web.chat.example']],
    ['was silent: a packet may have been lost', timeout, ['web.chat.example']],
  ])('is paired beside a name that %s', async (_case, others, expected) => {
    const { probes } = await pair({ aside: ['https://media.chat.example/'], others });

    expect([...new Set(probes.map(({ name }) => name))].toSorted()).toEqual(expected);
  });

  it('is paired with two addresses in turn', async () => {
    const { asked } = await pair({
      addresses: { '93.184.216.34': wrongName, '93.184.216.35': wrongName },
    });

    expect(asked.map((url) => url.at(-2))).toEqual(['4', '5', '4']);
  });

  it('is paired with a second address if the first is silent, but with no third', async () => {
    const addresses = {
      '93.184.216.34': timeout,
      '93.184.216.35': timeout,
      '93.184.216.36': wrongName,
    };

    const { probes } = await pair({ addresses });

    expect(probes).toMatchObject([
      { address: '93.184.216.34', attempts: [{ ok: false }] },
      { address: '93.184.216.35', attempts: [{ ok: false }] },
    ]);
  });

  it('is paired with four addresses if they complete handshakes, as one may behave differently', async () => {
    const addresses = Object.fromEntries(
      [34, 35, 36, 37, 38].map((last) => [`93.184.216.${last}`, wrongName]),
    );

    const { probes } = await pair({ addresses });

    expect(probes.map(({ address }) => address)).toEqual(Object.keys(addresses).slice(0, 4));
  });

  it('is paired together with another of the service, which is asked first', async () => {
    const { probes } = await pair({ aside: ['https://media.chat.example/'] });

    expect(probes.map(({ name }) => name).toSorted()).toEqual([
      'media.chat.example',
      'web.chat.example',
    ]);
  });

  it('is paired with public addresses only', async () => {
    const { asked } = await pair({ addresses: { '10.10.34.35': wrongName } });

    expect(asked).toEqual([]);
  });

  it('is not paired without permission for bare addresses, even to query resolvers', async () => {
    const isPermitted = async (url: string) => !/\d+\.\d+\.\d+\.\d+/.test(url);

    const { asked, probed } = await pair({ isPermitted });

    expect(asked).toEqual([]);
    expect(probed.filter((url) => url.includes('dns-query'))).toEqual([]);
  });
});

describe('a name that is silent', () => {
  it('is also paired, beside its slow attempt', async () => {
    const { asked } = await pair({ failure: timeout });

    expect(asked).toEqual(Array(3).fill('https://93.184.216.34/'));
  });

  it('is paired beside another silent name, which must agree', async () => {
    const targets = ['https://web.chat.example/', 'https://media.chat.example/'];
    const { probes } = await pair({ failure: timeout, targets });

    expect(new Set(probes.map(({ name }) => name))).toEqual(
      new Set(['web.chat.example', 'media.chat.example']),
    );
  });
});

describe('a name is not asked again', () => {
  const four = ['93.184.216.34', '93.184.216.35', '93.184.216.36', '93.184.216.37'];

  it.each<[string, PairOptions]>([
    ['that was asked after its address had completed handshakes', {}],
    [
      'that fails as its addresses do',
      { addresses: Object.fromEntries(four.map((one) => [one, aFailedObservation()])) },
    ],
  ])('%s', async (_case, options) => {
    const { probed } = await pair(options);

    expect(probed.filter((url) => url === 'https://web.chat.example/')).toHaveLength(3);
  });
});

describe('no name is paired', () => {
  it.each([
    ['if it is refused', { failure: aFailedObservation({ failure: 'connection_refused' }) }],
    ['without TLS', { targets: ['http://web.chat.example/'] }],
  ])('%s', async (_what, options) => {
    expect((await pair(options)).asked).toEqual([]);
  });
});
