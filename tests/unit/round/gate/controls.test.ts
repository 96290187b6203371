import { expect, it } from 'vitest';
import { emptyRecord } from '../../../../lib/round/round-record.ts';
import { runRound } from '../../../../lib/round/run.ts';
import { aCatalog, controlsOfThree } from '../../../helpers/catalog.ts';
import { aRoundWorld } from '../../../helpers/round-world.ts';
import { aPlan } from '../../../helpers/rounds.ts';

/** What a round sees in which neutral sites answer with a redirect. */
async function seenWhere(redirectUrlOf: (host: string) => string) {
  const { tools } = aRoundWorld(({ url }) => {
    const { hostname } = new URL(url);
    return { httpStatus: 302, redirectUrl: redirectUrlOf(hostname) };
  });
  return await runRound({
    catalog: aCatalog({ services: [], controls: controlsOfThree() }),
    record: emptyRecord(aPlan()),
    signal: new AbortController().signal,
    tools: { ...tools, writeJournal: async () => undefined },
    onProgress: () => undefined,
  });
}

it.each([
  ['each to a page of its own', (host: string) => `https://www.${host}/start`, 'normal'],
  ['each to another host', (host: string) => `https://${host}.net/`, 'normal'],
  ['all to one host', () => 'https://login.office.example/sso', 'captive_portal'],
  [
    'all to where services sign people in',
    () => 'https://login.microsoftonline.com/',
    'captive_portal',
  ],
])('reads where neutral sites lead: %s', async (_case, redirectUrlOf, state) => {
  const { network } = await seenWhere(redirectUrlOf);

  expect(network.state).toBe(state);
});

it.each([
  ['nothing of a page of its own', (host: string) => `https://www.${host}/start`, undefined],
  ['another host', () => 'https://other.example.net/', 'redirect other.example.net'],
])('notes where a site leads: %s', async (_case, redirectUrlOf, lead) => {
  const { controls } = await seenWhere(redirectUrlOf);
  const leads = controls.flatMap(({ attempts }) => attempts.map(({ elsewhere }) => elsewhere));

  expect(new Set(leads)).toEqual(new Set([lead]));
});
