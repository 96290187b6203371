import { describe, expect, it } from 'vitest';
import type { Control } from '../../../../lib/catalog/schema.ts';
import type { HttpObservation } from '../../../../lib/observe/http.ts';
import type { AnswerHeaders } from '../../../../lib/probe/answer-headers.ts';
import { emptyRecord } from '../../../../lib/round/round-record.ts';
import { runRound } from '../../../../lib/round/run.ts';
import { aCatalog, controlsOfThree } from '../../../helpers/catalog.ts';
import { aRoundWorld } from '../../../helpers/round-world.ts';
import { aPlan } from '../../../helpers/rounds.ts';

/** What a round sees in which neutral sites answer with a redirect. */
function seenWhere(redirectUrlOf: (host: string) => string) {
  return seenOf((host) => ({ httpStatus: 302, redirectUrl: redirectUrlOf(host) }));
}

/** One of the sites has no page. */
function withAnEmptyOne(controls: Control[]): Control[] {
  return controls.map((one) =>
    one.id === 'foreign-one' ? { ...one, url: `${one.url}generate_204` } : one,
  );
}

/** What a round sees in which neutral sites answer. */
async function seenOf(answerOf: (host: string) => Partial<HttpObservation>) {
  const { tools } = aRoundWorld(({ url }) => answerOf(new URL(url).hostname));
  return await runRound({
    catalog: aCatalog({ services: [], controls: withAnEmptyOne(controlsOfThree()) }),
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

const page: AnswerHeaders = {
  server: null,
  type: 'text/html',
  length: '812',
  byProxy: false,
  ofProxy: false,
  challenges: false,
};

describe('neutral sites that answer in place', () => {
  it.each([
    ['one page', () => page, 'captive_portal'],
    [
      'pages of their own',
      (host: string) => ({ ...page, length: host.includes('one') ? '811' : '822' }),
      'normal',
    ],
    ['servers of their own', (host: string) => ({ ...page, server: host }), 'normal'],
    ['one page of which no length is told', () => ({ ...page, length: null }), 'captive_portal'],
    ['nothing that headers tell', () => null, 'normal'],
  ])('show %s', async (_case, headersOf, state) => {
    const { network } = await seenOf((host) => ({ headers: headersOf(host) }));

    expect(network.state).toBe(state);
  });

  it('show who leads each to a path of its own', async () => {
    const { network } = await seenOf((host) => ({
      httpStatus: 302,
      redirectUrl: `https://${host}/login`,
      headers: { ...page, type: null, length: '0' },
    }));

    expect(network.state).toBe('captive_portal');
  });

  it('leave no mark of a page of their own', async () => {
    const { controls } = await seenOf((host) => ({ headers: { ...page, server: host } }));

    const marks = controls.flatMap(({ attempts }) => attempts.map(({ elsewhere }) => elsewhere));

    expect(new Set(marks)).toEqual(new Set([undefined]));
  });
});
