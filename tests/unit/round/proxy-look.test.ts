import { encode } from '@dnsquery/dns-packet';
import { describe, expect, it } from 'vitest';
import type { Control } from '../../../lib/catalog/schema.ts';
import type { HttpObservation } from '../../../lib/observe/http.ts';
import { emptyRecord } from '../../../lib/round/round-record.ts';
import { runRound } from '../../../lib/round/run.ts';
import { aCatalog, aResolver, aService, aTarget, controlsOfThree } from '../../helpers/catalog.ts';
import { aFailedObservation } from '../../helpers/observations.ts';
import { aRoundWorld } from '../../helpers/round-world.ts';
import { aPlan } from '../../helpers/rounds.ts';

const name = 'web.chat.example';
const address = '93.184.216.34';
const cut = aFailedObservation();
const silence = aFailedObservation({ failure: 'generic_timeout_error', browserError: null });
const hangUp = aFailedObservation({
  failure: 'eof_error',
  failedOperation: 'http_round_trip',
  browserError: 'net::ERR_EMPTY_RESPONSE',
});
const unknownName = aFailedObservation({
  failure: 'dns_nxdomain_error',
  failedOperation: 'resolve',
  browserError: 'net::ERR_NAME_NOT_RESOLVED',
});

function unsent(browserError: string | null): HttpObservation {
  const failure = browserError === null ? 'unknown_failure' : `unknown_failure: ${browserError}`;
  return aFailedObservation({ failure, browserError, valid: false });
}

interface Setting {
  failure?: HttpObservation;
  /** What a name below the service's ends in. */
  below: Partial<HttpObservation>;
  url?: string;
  hidesProxy?: boolean;
  /** From where all neutral sites answer. */
  from?: string;
  controls?: Control[];
}

/** Runs a round in which a service fails. */
async function run({ failure = cut, below, url = `https://${name}/`, ...setting }: Setting) {
  const { hidesProxy = true, from, controls = controlsOfThree() } = setting;
  const answers = [{ type: 'A' as const, name, ttl: 60, data: address }];
  const body = encode({ type: 'response', id: 0, flags: 0x0180, answers });
  const { tools, probed } = aRoundWorld(
    (request) => {
      const { hostname } = new URL(request.url);
      if (hostname === new URL(url).hostname) return failure;
      if (hostname.endsWith(name)) return below;
      if (hostname === address) return { ...cut, failure: 'ssl_invalid_hostname' };
      if (request.url.includes('dns-query')) return { body };
      return from === undefined ? {} : { remoteIp: from };
    },
    { hidesProxy },
  );
  const observed = await runRound({
    catalog: aCatalog({
      controls,
      services: [aService({ targets: [aTarget({ urls: [url] })] })],
      resolvers: [aResolver()],
    }),
    record: emptyRecord(aPlan()),
    signal: new AbortController().signal,
    tools: { ...tools, writeJournal: async () => undefined },
    onProgress: () => undefined,
  });
  const attempts = observed.services.flatMap((one) => [...one.attempts.values()].flat());
  return {
    looks: probed.map((each) => new URL(each).hostname).filter((host) => host.endsWith(`.${name}`)),
    probes: observed.addressProbes,
    kinds: [...new Set(attempts.map(({ remoteIpKind }) => remoteIpKind))],
  };
}

describe('a name that fails, in a browser that does not tell of proxies', () => {
  it('is looked up below once, by a label that no DNS message holds', async () => {
    const { looks } = await run({ below: unknownName });

    expect(looks).toEqual([expect.stringMatching(new RegExp(`^[0-9a-f]{64}\\.${name}$`))]);
  });

  it.each<[string, Partial<HttpObservation>]>([
    ['is silent', silence],
    ['breaks off', cut],
    ['answers', {}],
    ['does not connect', unsent('net::ERR_TUNNEL_CONNECTION_FAILED')],
    ['is gone', unsent('net::ERR_PROXY_CONNECTION_FAILED')],
    ['does not find the host', unsent('net::ERR_SOCKS_CONNECTION_HOST_UNREACHABLE')],
  ])('is left to a proxy, and has no pair, where that %s', async (_case, below) => {
    const { probes, kinds } = await run({ below });

    expect(kinds).toEqual(['proxy']);
    expect(probes).toEqual([]);
  });

  it.each([
    ['the browser finds no name at once', unknownName],
    ['the network changes', unsent('net::ERR_NETWORK_CHANGED')],
    ['the browser tells nothing', unsent(null)],
  ])('is paired with its address where %s', async (_case, below) => {
    const { probes, kinds } = await run({ below });

    expect(kinds).toEqual([null]);
    expect(probes).toMatchObject([{ name, address }]);
  });

  it.each([
    ['is silent', silence],
    ['ends without an answer', hangUp],
  ])('is looked up where it %s, too', async (_case, failure) => {
    const { looks, kinds } = await run({ failure, below: silence });

    expect(looks).toHaveLength(1);
    expect(kinds).toEqual(['proxy']);
  });

  it('is not looked up where the browser did not find it', async () => {
    const { looks } = await run({ failure: unknownName, below: unknownName });

    expect(looks).toEqual([]);
  });
});

it('looks nothing up below an address', async () => {
  const { kinds } = await run({ below: silence, url: 'https://93.184.216.99/' });

  expect(kinds).toEqual([null]);
});

it('looks nothing up in a browser that tells of proxies', async () => {
  const { looks } = await run({ below: silence, hidesProxy: false });

  expect(looks).toEqual([]);
});

it('asks no odd name where a proxy carries everything, and holds the name for left to it', async () => {
  const { looks, kinds, probes } = await run({ below: unknownName, from: '203.0.114.20' });

  expect(looks).toEqual([]);
  expect(kinds).toEqual(['proxy']);
  expect(probes).toEqual([]);
});

it('looks up where all that answers from one address is of one operator', async () => {
  const controls = controlsOfThree().map((one) => ({ ...one, operator: 'Somebody' }));
  const { looks, kinds } = await run({ below: unknownName, from: '203.0.114.20', controls });

  expect(looks).toHaveLength(1);
  expect(kinds).toEqual([null]);
});
