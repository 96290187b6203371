import { decode, encode } from '@dnsquery/dns-packet';
import { describe, expect, it } from 'vitest';
import type { HttpObservation } from '../../../../lib/observe/http.ts';
import { emptyRecord } from '../../../../lib/round/round-record.ts';
import { runRound } from '../../../../lib/round/run.ts';
import { aCatalog, aControl, aResolver, aService, aTarget } from '../../../helpers/catalog.ts';
import { aFailedObservation } from '../../../helpers/observations.ts';
import { aRoundWorld } from '../../../helpers/round-world.ts';
import { aPlan } from '../../../helpers/rounds.ts';

const four = '93.184.216.34';
const six = '2606:2800:220:1::1';
const translated = '64:ff9b::5db8:d822';
const name = 'web.chat.example';
const unknown = aFailedObservation({
  failure: 'unknown_failure: net::ERR_NAME_NOT_RESOLVED',
  failedOperation: 'resolve',
});
const wrongName = aFailedObservation({ failure: 'ssl_invalid_hostname' });

/** The name's addresses by type; null where resolvers do not answer for the type. */
interface Records {
  A: string[];
  AAAA: string[] | null;
}

/** Runs a round in which a name fails on a line whose controls answer at the given address. */
async function roundOn(
  line: string,
  records: Records,
  failure = unknown,
  server: Partial<HttpObservation> = aFailedObservation(),
) {
  const { tools, probed } = aRoundWorld(({ url }) => {
    const { hostname, searchParams } = new URL(url);
    if (hostname === name) return failure;
    const question = searchParams.get('dns');
    if (question !== null) return answerOf(question, records);
    if (hostname === '9.9.9.9') return server;
    const isLiteral = /^[\d.[]/.test(hostname);
    return isLiteral ? wrongName : { remoteIp: line };
  });
  const target = aTarget({ urls: [`https://${name}/`] });
  const { addressProbes, resolutions } = await runRound({
    catalog: aCatalog({
      controls: [
        aControl(),
        aControl({ id: 'server', group: 'dns', url: 'https://9.9.9.9/', inReserve: true }),
      ],
      services: [aService({ targets: [target] })],
      resolvers: ['one', 'two'].map((id) =>
        aResolver({ id, url: `https://${id}.example/dns-query` }),
      ),
    }),
    record: emptyRecord(aPlan()),
    signal: new AbortController().signal,
    tools: { ...tools, writeJournal: async () => undefined },
    onProgress: () => undefined,
  });
  const literals = probed.filter((url) => /^https:\/\/[\d[]/.test(url));
  const isServer = (url: string) => url === 'https://9.9.9.9/';
  return {
    addressProbes,
    resolutions,
    literals: literals.filter((url) => !isServer(url)),
    servers: literals.filter(isServer),
  };
}

function answerOf(question: string, records: Records) {
  const { type } = decode(Buffer.from(question, 'base64url')).questions?.[0] ?? {};
  const addresses = records[type === 'AAAA' ? 'AAAA' : 'A'];
  if (addresses === null) return aFailedObservation();
  const kind = type === 'AAAA' ? ('AAAA' as const) : ('A' as const);
  const answers = addresses.map((data) => ({ type: kind, name, ttl: 60, data }));
  return { remoteIp: null, body: encode({ type: 'response', id: 0, flags: 0x0180, answers }) };
}

describe('a name that is not found', () => {
  it.each<[string, string, Records, { addresses: string[]; unreachable?: true } | null]>([
    [
      'has no other addresses than IPv4 ones that matter',
      four,
      { A: [four], AAAA: [six] },
      {
        addresses: [four],
      },
    ],
    [
      'has both kinds on a line with IPv6',
      six,
      { A: [four], AAAA: [six] },
      {
        addresses: [four, six],
      },
    ],
    [
      'is known by an IPv6 address alone, to a line with IPv6',
      six,
      { A: [], AAAA: [six] },
      {
        addresses: [six],
      },
    ],
    [
      'has nothing for a line with IPv4 alone',
      four,
      { A: [], AAAA: [six] },
      {
        addresses: [six],
        unreachable: true,
      },
    ],
    [
      'has nothing for a line with IPv6 alone',
      six,
      { A: [four], AAAA: [] },
      {
        addresses: [four],
        unreachable: true,
      },
    ],
    [
      'is translated on a line with a translator',
      translated,
      { A: [four], AAAA: [] },
      {
        addresses: [four],
      },
    ],
    ['has no address at all', four, { A: [], AAAA: [] }, { addresses: [] }],
    ['is not denied where half of the answer is missing', four, { A: [], AAAA: null }, null],
  ])('%s', async (_case, line, records, expected) => {
    const { resolutions } = await roundOn(line, records);

    const known = resolutions.filter((one) => one.rcode !== null);
    expect(known.map(({ addresses, unreachable }) => ({ addresses, unreachable }))).toEqual(
      expected === null ? [] : [expected, expected],
    );
  });
});

describe('a failure on a line that has answered over IPv6 alone', () => {
  const refused = aFailedObservation({ failure: 'connection_refused' });
  const oldName = { A: [four], AAAA: [] };

  it('has a server asked by IPv4 address once, and the name where that is silent', async () => {
    const { servers, resolutions } = await roundOn(six, oldName, refused);

    expect(servers).toHaveLength(1);
    expect(resolutions.map(({ unreachable }) => unreachable)).toEqual([true, true]);
  });

  it('is like any where that answers', async () => {
    const { servers, resolutions } = await roundOn(six, oldName, refused, { remoteIp: '9.9.9.9' });

    expect(servers).toHaveLength(1);
    expect(resolutions).toEqual([]);
  });

  it('has nothing asked behind an allowlist', async () => {
    const { tools, probed } = aRoundWorld(({ url }) =>
      url.includes('domestic') ? { remoteIp: six } : refused,
    );
    await runRound({
      catalog: aCatalog({
        controls: [
          aControl(),
          aControl({ id: 'home', group: 'domestic', url: 'https://domestic.example/' }),
          aControl({ id: 'server', group: 'dns', url: 'https://9.9.9.9/', inReserve: true }),
        ],
      }),
      record: emptyRecord(aPlan()),
      signal: new AbortController().signal,
      tools: { ...tools, writeJournal: async () => undefined },
      onProgress: () => undefined,
    });

    expect(probed).toContain('https://web.chat.example/');
    expect(probed).not.toContain('https://9.9.9.9/');
  });

  it('is like any on a line with IPv4', async () => {
    expect((await roundOn(four, oldName, refused)).servers).toEqual([]);
  });
});

describe('a name that is cut off', () => {
  it.each<[string, string, Records, string[]]>([
    ['IPv4 on a line with IPv4', four, { A: [four], AAAA: [six] }, [four]],
    ['both families, IPv6 first', six, { A: [four], AAAA: [six] }, [`[${six}]`]],
    ['IPv4 through the translator', translated, { A: [four], AAAA: [] }, [`[${translated}]`]],
  ])('is paired with its address: %s', async (_case, line, records, expected) => {
    const { literals } = await roundOn(line, records, aFailedObservation());

    expect([...new Set(literals)]).toEqual(expected.map((host) => `https://${host}/`));
  });

  it('is paired in both families where both are used', async () => {
    const { tools, probed } = aRoundWorld(({ url }) => {
      const { hostname, searchParams } = new URL(url);
      if (hostname === name) return aFailedObservation();
      const question = searchParams.get('dns');
      if (question !== null) return answerOf(question, { A: [four], AAAA: [six] });
      if (/^[\d.[]/.test(hostname)) return wrongName;
      return { remoteIp: hostname.startsWith('old') ? four : six };
    });
    await runRound({
      catalog: aCatalog({
        controls: [
          aControl(),
          aControl({ id: 'old', operator: 'Old', url: 'https://old.example/' }),
        ],
        services: [aService({ targets: [aTarget({ urls: [`https://${name}/`] })] })],
        resolvers: [aResolver()],
      }),
      record: emptyRecord(aPlan()),
      signal: new AbortController().signal,
      tools: { ...tools, writeJournal: async () => undefined },
      onProgress: () => undefined,
    });

    const literals = probed.filter((url) => /^https:\/\/[\d[]/.test(url));
    expect(literals).toEqual([`https://[${six}]/`, `https://${four}/`, `https://[${six}]/`]);
  });
});
