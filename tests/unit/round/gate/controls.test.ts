import { expect, it } from 'vitest';
import { emptyRecord } from '../../../../lib/round/round-record.ts';
import { runRound } from '../../../../lib/round/run.ts';
import { aCatalog, controlsOfThree } from '../../../helpers/catalog.ts';
import { aRoundWorld } from '../../../helpers/round-world.ts';
import { aPlan } from '../../../helpers/rounds.ts';

/** The network of a round in which neutral sites answer with a redirect. */
async function networkWhere(redirectUrlOf: (host: string) => string) {
  const { tools } = aRoundWorld(({ url }) => {
    const { hostname } = new URL(url);
    return { httpStatus: 302, redirectUrl: redirectUrlOf(hostname) };
  });
  const { network } = await runRound({
    catalog: aCatalog({ services: [], controls: controlsOfThree() }),
    record: emptyRecord(aPlan()),
    signal: new AbortController().signal,
    tools: { ...tools, writeJournal: async () => undefined },
    onProgress: () => undefined,
  });
  return network.state;
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
  expect(await networkWhere(redirectUrlOf)).toBe(state);
});
