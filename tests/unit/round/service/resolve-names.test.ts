import { encode } from '@dnsquery/dns-packet';
import { describe, expect, it } from 'vitest';
import type { Resolver } from '../../../../lib/catalog/schema.ts';
import type { Resolution } from '../../../../lib/model/resolution.ts';
import type { HttpObservation } from '../../../../lib/observe/http.ts';
import { emptyRecord } from '../../../../lib/round/round-record.ts';
import { runRound } from '../../../../lib/round/run.ts';
import { aCatalog, aResolver, aService, aTarget } from '../../../helpers/catalog.ts';
import { aResolution } from '../../../helpers/evidence.ts';
import { aFailedObservation } from '../../../helpers/observations.ts';
import { aRoundWorld } from '../../../helpers/round-world.ts';
import { aPlan } from '../../../helpers/rounds.ts';

const withheld = aFailedObservation({
  failure: 'unknown_failure: net::ERR_NAME_NOT_RESOLVED',
  failedOperation: 'resolve',
});

function anAnswer(...addresses: string[]): Partial<HttpObservation> {
  return aResponse(0, addresses);
}

/** By their numbers in RFC 1035. */
const [servfail, nxdomain] = [2, 3];

function aResponse(rcode: number, addresses: string[] = []): Partial<HttpObservation> {
  const body = encode({
    type: 'response',
    id: 0,
    flags: 0x0180 | rcode,
    answers: addresses.map((data) => ({ type: 'A', name: 'web.chat.example', ttl: 60, data })),
  });
  return { body };
}

const resolvers: Resolver[] = ['one', 'two', 'three', 'national'].map((id) =>
  aResolver({ id, url: `https://${id}.example/dns-query`, national: id === 'national' }),
);

/** Runs a round in which the service's names fail; returns the queries and their answers. */
async function compare(
  answers: Record<string, Partial<HttpObservation>>,
  failure: Partial<HttpObservation> = withheld,
  known: Resolution[] = [],
) {
  const urls = [
    'https://web.chat.example/',
    'https://www.chat.example/',
    'https://web.chat.example/2',
  ];
  const targets = urls.map((url, index) => aTarget({ id: `chat/target-${index}`, urls: [url] }));
  const { tools, probed } = aRoundWorld(({ url }) => {
    const { hostname } = new URL(url);
    if (hostname.endsWith('chat.example')) return failure;
    return answers[hostname.replace('.example', '')] ?? anAnswer('93.184.216.34');
  });
  const observed = await runRound({
    catalog: aCatalog({ services: [aService({ targets })], resolvers }),
    record: { ...emptyRecord(aPlan()), resolutions: known },
    signal: new AbortController().signal,
    tools: { ...tools, writeJournal: async () => undefined },
    onProgress: () => undefined,
  });
  const asked = probed.filter((url) => url.endsWith('dns-query')).map((url) => url.slice(8, -18));
  return { asked: asked.toSorted(), resolutions: observed.resolutions };
}

describe('names on which the system resolver fails', () => {
  it('are compared with two trusted resolvers and the national one, once per round', async () => {
    const { asked, resolutions } = await compare({});

    expect(asked).toEqual(['national', 'national', 'one', 'one', 'two', 'two']);
    expect(new Set(resolutions.map((one) => one.name))).toEqual(
      new Set(['web.chat.example', 'www.chat.example']),
    );
  });

  it('are sent to the next resolver if one does not answer', async () => {
    const { resolutions } = await compare({ one: aFailedObservation() });

    const trusted = resolutions.filter((one) => !one.national && one.rcode !== null);
    expect(new Set(trusted.map((one) => one.resolver))).toEqual(new Set(['two', 'three']));
  });

  it.each([
    ['fails', servfail],
    ['denies the name', nxdomain],
  ])('are sent to one more resolver if one %s, as others may only remember', async (_, rcode) => {
    const { resolutions } = await compare({ one: aResponse(rcode) });

    const trusted = resolutions.filter((one) => !one.national);
    expect(new Set(trusted.map((one) => one.resolver))).toEqual(new Set(['one', 'two', 'three']));
  });

  it('are sent to no other resolver if two fail', async () => {
    const failing = aResponse(servfail);
    const { resolutions } = await compare({ one: failing, two: failing });

    const trusted = resolutions.filter((one) => !one.national);
    expect(new Set(trusted.map((one) => one.resolver))).toEqual(new Set(['one', 'two']));
  });

  it('are sent to the next resolver if one answers with a bogon', async () => {
    const { resolutions } = await compare({ one: anAnswer('10.10.34.35') });

    expect(resolutions.map((one) => one.resolver)).toContain('three');
  });

  it('are not sent again to resolvers that answered before the worker died', async () => {
    const known = ['one', 'national'].map((resolver) =>
      aResolution({ resolver, national: resolver === 'national' }),
    );

    const { asked, resolutions } = await compare({}, withheld, known);

    // The other name is new.
    expect(asked).toEqual(['national', 'one', 'two', 'two']);
    expect(resolutions).toEqual(expect.arrayContaining(known));
  });

  it('are sent on where one failed before the worker died', async () => {
    const known = [aResolution({ resolver: 'one', rcode: 'SERVFAIL', addresses: [] })];

    const { asked } = await compare({}, withheld, known);

    expect(asked.filter((one) => one === 'three')).toHaveLength(1);
  });

  it('are not sent to a resolver that was silent before the worker died', async () => {
    const known = [aResolution({ resolver: 'one', rcode: null, addresses: [] })];

    const { asked } = await compare({}, withheld, known);

    expect(asked).not.toContain('one');
  });

  it('are not compared if anything but the lookup failed', async () => {
    const { asked } = await compare({}, aFailedObservation({ failure: 'connection_refused' }));

    expect(asked).toEqual([]);
  });
});

describe('canaries', () => {
  const canaries = [{ name: 'web.chat.example' }];

  async function run(full: boolean, failure: Partial<HttpObservation> = {}) {
    const { tools, probed } = aRoundWorld(({ url }) =>
      url.includes('dns-query') ? anAnswer('93.184.216.34') : failure,
    );
    await runRound({
      catalog: aCatalog({ resolvers, canaries }),
      record: emptyRecord(aPlan({ full })),
      signal: new AbortController().signal,
      tools: { ...tools, writeJournal: async () => undefined },
      onProgress: () => undefined,
    });
    return probed.filter((url) => url.endsWith('dns-query')).map((url) => url.slice(8, -18));
  }

  it('are sent only to the national resolver, and only in full rounds', async () => {
    expect(await run(true)).toEqual(['national']);
    expect(await run(false)).toEqual([]);
  });
});
