import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { History } from '../../../lib/history/open.ts';
import { recordRound } from '../../../lib/history/rounds.ts';
import { type RoundSelection, selectRounds } from '../../../lib/history/select-rounds.ts';
import type { Round } from '../../../lib/model/round.ts';
import { anAttempt } from '../../helpers/attempts.ts';
import { at } from '../../helpers/clock.ts';
import { useHistory } from '../../helpers/history.ts';
import { aRound, aServiceResult, aTargetResult, noCircumstances } from '../../helpers/rounds.ts';

const open = useHistory();
const chat = aServiceResult();
const blockedChat = aServiceResult({ state: 'blocked', mechanisms: ['tls.reset.sni'] });
const down = aServiceResult({ id: 'other', state: 'down', mechanisms: ['http.error'] });
const routing = { ...aRound().routing, verdict: 'split' as const };

let history: History;
beforeEach(async () => {
  const writable = await open();
  const rounds: Partial<Round>[] = [
    { services: [chat] },
    { services: [blockedChat, down] },
    { services: [chat, down], routing },
    { services: [] },
  ];
  for (const [hour, parts] of rounds.entries()) {
    const round = aRound({ id: `${hour}`, startedAt: at(3600 * hour), ...parts });
    await recordRound(writable, { round, standings: [], full: false });
  }
  history = writable;
});

async function select(selection?: RoundSelection): Promise<Round[]> {
  return Array.fromAsync(selectRounds(history, selection));
}

describe('selected rounds', () => {
  it.each<[string, RoundSelection | undefined, string[]]>([
    ['all, oldest first', undefined, ['0', '1', '2', '3']],
    ['from a time on', { from: at(3600) }, ['1', '2', '3']],
    ['before a time', { to: at(3600) }, ['0']],
    ['with a service', { services: ['other'] }, ['1', '2']],
    ['with a state', { states: ['blocked', 'likely_blocked'] }, ['1']],
    ['with a state of a service', { services: ['other'], states: ['blocked'] }, []],
    ['with a mechanism', { mechanisms: ['http.error'] }, ['1', '2']],
    [
      'with a mechanism where the state is another',
      { states: ['blocked'], mechanisms: ['http.error'] },
      [],
    ],
    ['with a route', { routes: ['split'] }, ['2']],
  ])('are %s', async (_which, selection, ids) => {
    expect((await select(selection)).map(({ id }) => id)).toEqual(ids);
  });

  it.each(['in the index', 'not in the index'])('are the same where they are %s', async (where) => {
    if (where === 'not in the index') await history.database.delete('sealedFacts', 'index');
    const last = aRound({ id: 'last', startedAt: at(9 * 3600), services: [down] });
    const writable = await open();
    await recordRound(writable, { round: last, standings: [], full: false });

    expect((await select({ services: ['other'] })).map(({ id }) => id)).toEqual(['1', '2', 'last']);
    expect((await select({ to: at(3600) })).map(({ id }) => id)).toEqual(['0']);
  });

  it('alone are opened, where they are in the index', async () => {
    const get = vi.spyOn(IDBObjectStore.prototype, 'get');
    const getAll = vi.spyOn(IDBObjectStore.prototype, 'getAll');

    await select({ mechanisms: ['tls.reset.sni'] });

    const read = get.mock.contexts.filter(
      (store) => (store as IDBObjectStore).name === 'sealedRounds',
    );
    expect(read).toHaveLength(1);
    const walked = getAll.mock.contexts.map((store) => (store as IDBObjectStore).name);
    expect(
      walked.filter((name) => name === 'sealedRounds'),
      'those after the index',
    ).toHaveLength(1);
    vi.restoreAllMocks();
  });

  it('have the selected services alone', async () => {
    const [round] = await select({ services: ['other'] });

    expect(round?.services).toEqual([down]);
  });

  it('name no other service in what they tell besides attempts', async () => {
    const withTarget = (id: string) =>
      aServiceResult({ id, targets: [aTargetResult({ url: `https://web.${id}.example/` })] });
    const resolution = { resolver: 'one', national: false, rcode: 'NOERROR', addresses: [] };
    const bare = { address: '192.0.2.1', attempts: [] };
    const circumstances = {
      ...noCircumstances,
      controls: [{ id: 'control/one', attempts: [anAttempt()] }],
      gates: [{ startedAt: at(0), finishedAt: at(1), passed: true }],
    };
    const round = aRound({
      id: 'evidence',
      startedAt: at(9 * 3600),
      services: [withTarget('talk'), withTarget('shop')],
      circumstances: {
        ...circumstances,
        resolutions: ['cdn.talk.example', 'cdn.shop.example'].map((name) => ({
          ...resolution,
          name,
        })),
        addressProbes: [
          { name: 'web.talk.example', ...bare },
          { name: 'web.shop.example', ...bare },
        ],
        forbidden: ['talk/calls', 'shop/calls'],
        awaited: ['shop/media'],
      },
    });
    await recordRound(await open(), { round, standings: [], full: false });

    expect(await select({ services: ['talk'] })).toEqual([
      {
        ...round,
        services: [withTarget('talk')],
        circumstances: {
          ...circumstances,
          resolutions: [{ ...resolution, name: 'cdn.talk.example' }],
          addressProbes: [{ name: 'web.talk.example', ...bare }],
          forbidden: ['talk/calls'],
        },
      },
    ]);
    expect(await select({ services: ['talk', 'shop'] })).toEqual([round]);
  });

  it('name no site of a person’s own that was left out, though another is under the same domain', async () => {
    const anOwn = (id: string, host: string) =>
      aServiceResult({ id, targets: [aTargetResult({ url: `https://${host}/` })] });
    const bare = { address: '192.0.2.1', attempts: [] };
    const names = ['forum.one.blog.example', 'www.forum.one.blog.example', 'two.blog.example'];
    const left = anOwn('own-1', 'forum.one.blog.example');
    const round = aRound({
      id: 'own',
      startedAt: at(9 * 3600),
      services: [left, anOwn('own-2', 'two.blog.example')],
      circumstances: {
        ...noCircumstances,
        addressProbes: names.map((name) => ({ name, ...bare })),
      },
    });
    await recordRound(await open(), { round, standings: [], full: false });

    const [seen] = await select({ services: ['own-1'] });

    expect(seen?.services).toEqual([left]);
    expect(seen?.circumstances.addressProbes.map(({ name }) => name)).toEqual([
      'forum.one.blog.example',
    ]);
  });

  it('name no site of a person’s own that was left out, under the domain of a service', async () => {
    const aSeen = (id: string, host: string) =>
      aServiceResult({ id, targets: [aTargetResult({ url: `https://${host}/` })] });
    const resolution = { resolver: 'one', national: false, rcode: 'NOERROR', addresses: [] };
    const names = ['web.talk.example', 'club.talk.example'];
    const round = aRound({
      id: 'within',
      startedAt: at(9 * 3600),
      services: [aSeen('talk', 'web.talk.example'), aSeen('own-2', 'club.talk.example')],
      circumstances: {
        ...noCircumstances,
        resolutions: names.map((name) => ({ ...resolution, name })),
      },
    });
    await recordRound(await open(), { round, standings: [], full: false });

    const [seen] = await select({ services: ['talk'] });

    expect(seen?.circumstances.resolutions.map(({ name }) => name)).toEqual(['web.talk.example']);
  });

  it('begin where a time is written with another offset', async () => {
    const from = at(3600).replace('Z', '+00:00');

    expect((await select({ from })).map(({ id }) => id)).toEqual(['1', '2', '3']);
  });

  it('are read on beyond what is read at once', async () => {
    const many = Array.from({ length: 70 }, (_, index) => aRound({ id: `more-${index}` }));
    for (const round of many) {
      await recordRound(await open(), { round, standings: [], full: false });
    }

    expect(await select()).toHaveLength(74);
  });
});
