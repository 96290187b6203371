import { expect, it } from 'vitest';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import { emptyRecord } from '../../../../lib/round/round-record.ts';
import { runRound } from '../../../../lib/round/run.ts';
import { failsElsewhere } from '../../../../lib/round/service/fails-elsewhere.ts';
import { aFailure, anAttempt } from '../../../helpers/attempts.ts';
import { aCatalog, aControl, aService, aTarget } from '../../../helpers/catalog.ts';
import { at } from '../../../helpers/clock.ts';
import { aGate } from '../../../helpers/evidence.ts';
import { aFailedObservation } from '../../../helpers/observations.ts';
import { anOpenRound, aRoundWorld, countsOf } from '../../../helpers/round-world.ts';
import { aPlan } from '../../../helpers/rounds.ts';

const target = aTarget({ id: 'chat/web', urls: ['https://web.chat.example/'] });
const own = aTarget({ id: 'chat/media', urls: ['https://media.chat.example/'] });
const service = aService({ id: 'chat', targets: [target, own] });
const others = ['one', 'two'].map((id) =>
  aService({ id, targets: [aTarget({ id: `${id}/web`, urls: [`https://${id}.example/`] })] }),
);

const later = { n: 2, startedAt: at(20) };
const reset = aFailure('reset', { startedAt: at(10) });
const wavering = [reset, anAttempt(later)];

type Tried = Record<string, readonly Attempt[]>;

function isElsewhere(targets: Tried, controls: Tried = {}, passed = [true, true]): boolean {
  const record = {
    ...emptyRecord(aPlan()),
    targets: new Map(
      Object.entries({ 'chat/web': [reset], ...targets }).map(([id, all]) => [id, [...all]]),
    ),
    controls: new Map(Object.entries(controls).map(([id, all]) => [id, [...all]])),
    gates: passed.map((one, turn) => aGate(turn * 100, { passed: one })),
  };
  const catalog = aCatalog({ controls: [aControl()], services: [service, ...others] });
  return failsElsewhere(anOpenRound(aRoundWorld(), { catalog, record }), { service, target });
}

it.each([
  [true, 'two services do', { 'one/web': wavering, 'two/web': wavering }, {}],
  [true, 'a service and a site do', { 'one/web': wavering }, { site: wavering }],
  [true, 'two sites do', {}, { site: wavering, other: wavering }],
  [false, 'one service does', { 'one/web': wavering }, {}],
  [false, 'more of its own service does', { 'one/web': wavering, 'chat/media': wavering }, {}],
  [false, 'two never get through', { 'one/web': [reset], 'two/web': [reset] }, {}],
  [
    false,
    'two fail in another way',
    {
      'one/web': [aFailure('refused', { startedAt: at(10) }), anAttempt(later)],
      'two/web': [aFailure('refused', { startedAt: at(10) }), anAttempt(later)],
    },
    {},
  ],
  [
    false,
    'all are silent',
    {
      'chat/web': [aFailure('timeout', { startedAt: at(10) })],
      'one/web': [aFailure('timeout', { startedAt: at(10) }), anAttempt(later)],
      'two/web': [aFailure('timeout', { startedAt: at(10) }), anAttempt(later)],
    },
    {},
  ],
])(
  'connections fail now and then wherever they lead: %s, where %s',
  (expected, _case, targets, controls) => {
    expect(isElsewhere(targets as Tried, controls as Tried)).toBe(expected);
  },
);

it('do not where sites were out at a time, or services were by the gate after it', () => {
  const both = { 'one/web': wavering, 'two/web': wavering };

  expect(isElsewhere({}, { site: wavering, other: wavering }, [true, true, false])).toBe(false);
  expect(isElsewhere(both, {}, [true, false])).toBe(false);
  expect(isElsewhere(both, {}, [true, true, false])).toBe(true);
});

it.each([
  [4, 'connections fail elsewhere, too', 1],
  [3, 'they do not', 0],
])('a target that fails is asked %i times where %s', async (times, _case, failures) => {
  const left = new Map(
    others
      .flatMap(({ targets }) => targets.flatMap(({ urls }) => urls))
      .map((url) => [url, failures]),
  );
  const { tools, probed } = aRoundWorld(({ url }) => {
    if (url === target.urls[0]) return aFailedObservation();
    const more = left.get(url) ?? 0;
    left.set(url, more - 1);
    return more > 0 ? aFailedObservation() : {};
  });

  await runRound({
    catalog: aCatalog({
      controls: [aControl()],
      witnesses: ['a', 'b', 'c'].map((id) => aControl({ id, url: `https://${id}.example/` })),
      services: [service, ...others],
    }),
    record: emptyRecord(
      aPlan({
        services: [service, ...others].map(({ id }) => ({ id, depth: 'all', transfers: [] })),
      }),
    ),
    signal: new AbortController().signal,
    tools: { ...tools, writeJournal: async () => undefined },
    onProgress: () => undefined,
  });

  expect(countsOf(probed)[target.urls[0] ?? '']).toBe(times);
});
