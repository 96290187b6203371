import { encode } from '@dnsquery/dns-packet';
import { describe, expect, it } from 'vitest';
import type { Trigger } from '../../../../lib/model/round.ts';
import type { HttpObservation } from '../../../../lib/observe/http.ts';
import { emptyRecord } from '../../../../lib/round/round-record.ts';
import { runRound } from '../../../../lib/round/run.ts';
import { aCatalog, aResolver, aService, aTarget } from '../../../helpers/catalog.ts';
import { aFailedObservation } from '../../../helpers/observations.ts';
import { aRoundWorld, countsOf } from '../../../helpers/round-world.ts';
import { aPlan } from '../../../helpers/rounds.ts';

const withheld = aFailedObservation({
  failure: 'unknown_failure: net::ERR_NAME_NOT_RESOLVED',
  failedOperation: 'resolve',
});
const silent = aFailedObservation({
  failure: 'unknown_failure: net::ERR_NAME_NOT_RESOLVED',
  failedOperation: 'resolve',
  browserError: 'net::ERR_NAME_NOT_RESOLVED',
  totalMs: 6_000,
});

function anAnswer(rcode: 'NOERROR' | 'NXDOMAIN', ...addresses: string[]): Partial<HttpObservation> {
  const body = encode({
    type: 'response',
    id: 0,
    flags: rcode === 'NOERROR' ? 0x0180 : 0x0183,
    answers: addresses.map((data) => ({ type: 'A', name: 'web.chat.example', ttl: 60, data })),
  });
  return { body };
}

const known = anAnswer('NOERROR', '93.184.216.34');

interface World {
  /** Hosts on which the system's resolver fails, without the domain. */
  failing: Record<string, Partial<HttpObservation>>;
  trusted?: Partial<HttpObservation>;
  /** Null where there is no national resolver. */
  national?: Partial<HttpObservation> | null;
  trigger?: Trigger;
}

/**
 * How often the hosts of a service were asked, which includes the late question to names that were missed three times. Its page and its mail decide; what else the page's host offers, an interface
 * and pictures do not.
 */
async function asked({ failing, trusted = known, national = null, trigger = 'manual' }: World) {
  const target = (id: string, votes: boolean, path = '') =>
    aTarget({ id: `chat/${id}${path}`, urls: [`https://${id}.chat.example/${path}`], votes });
  const targets = [
    target('web', true),
    target('mail', true),
    target('web', false, 'more'),
    target('api', false),
    target('pictures', false),
  ];
  const { tools, probed } = aRoundWorld(({ url }) => {
    const { hostname } = new URL(url);
    if (hostname === 'trusted.example') return trusted;
    if (hostname === 'national.example') return national ?? withheld;
    return failing[hostname.replace('.chat.example', '')] ?? {};
  });
  const resolvers = [
    aResolver({ id: 'trusted', url: 'https://trusted.example/dns-query' }),
    ...(national === null
      ? []
      : [aResolver({ id: 'national', url: 'https://national.example/dns-query', national: true })]),
  ];
  await runRound({
    catalog: aCatalog({
      services: [aService({ sentinel: 'chat/web', targets })],
      resolvers,
    }),
    record: emptyRecord(
      aPlan({ trigger, services: [{ id: 'chat', depth: 'all', transfers: [] }] }),
    ),
    signal: new AbortController().signal,
    tools: { ...tools, writeJournal: async () => undefined },
    onProgress: () => undefined,
  });
  const counts = countsOf(probed);
  return ['web', 'mail', 'api', 'pictures'].map((id) => counts[`https://${id}.chat.example/`]);
}

describe('a name that decides, on which the system’s resolver fails', () => {
  it('has one more name asked again that fails beside it', async () => {
    expect(await asked({ failing: { web: withheld, api: withheld, pictures: withheld } })).toEqual([
      4, 1, 4, 1,
    ]);
  });

  it('has none asked again that is found, but the next that fails', async () => {
    expect(await asked({ failing: { web: withheld, pictures: withheld } })).toEqual([4, 1, 1, 4]);
  });

  it('needs no third one beside another that decides', async () => {
    const failing = { web: withheld, mail: withheld, api: withheld };
    expect(await asked({ failing })).toEqual([4, 4, 1, 1]);
  });

  it('has none asked again where all others are found', async () => {
    expect(await asked({ failing: { web: withheld } })).toEqual([4, 1, 1, 1]);
  });

  it('has none asked again whose resolver was silent', async () => {
    expect(await asked({ failing: { web: withheld, api: silent } })).toEqual([4, 1, 1, 1]);
  });

  it('needs no second one where a national resolver withholds it', async () => {
    const national = anAnswer('NXDOMAIN');
    expect(await asked({ failing: { web: withheld, api: withheld }, national })).toEqual([
      3, 1, 1, 1,
    ]);
  });

  it('needs a second one where a national resolver knows it', async () => {
    expect(await asked({ failing: { web: withheld, api: withheld }, national: known })).toEqual([
      4, 1, 4, 1,
    ]);
  });

  it('needs a second one where the national resolver cannot be asked', async () => {
    expect(await asked({ failing: { web: withheld, api: withheld }, national: withheld })).toEqual([
      4, 1, 4, 1,
    ]);
  });

  it.each(['schedule', 'confirm'] as const)(
    'needs no second one in a check by %s',
    async (trigger) => {
      expect(await asked({ failing: { web: withheld, api: withheld }, trigger })).toEqual([
        4, 1, 1, 1,
      ]);
    },
  );

  it('needs no second one where no trusted resolver knows it', async () => {
    const trusted = anAnswer('NXDOMAIN');
    expect(await asked({ failing: { web: withheld, api: withheld }, trusted })).toEqual([
      4, 1, 1, 1,
    ]);
  });

  it('is none where another name decides', async () => {
    expect(await asked({ failing: { api: withheld, pictures: withheld } })).toEqual([1, 1, 1, 1]);
  });
});
