import { expect, it } from 'vitest';
import { createLongSilences } from '../../../../lib/round/service/patience.ts';

const six = ['one', 'two', 'three', 'four', 'five', 'six'];

/** Silences of a round that asks some sentinels. */
function silencesOf(asked: readonly string[]) {
  const silences = createLongSilences();
  for (const target of asked) silences.begin(target);
  return silences;
}

it('lets three attempts of a round run on where six may be silent, whichever ended meanwhile', () => {
  const silences = silencesOf(six);

  const first = six.slice(0, 3).map((target) => silences.note(target, false));
  silences.end('one');

  expect(first).toEqual([true, true, true]);
  expect(silences.note('four', false)).toBe(false);
  const runningOn = ['one', 'two', 'four'].filter((target) => silences.isRunningOn(target));
  expect(runningOn).toEqual(['two']);
});

it.each([
  ['five are asked', six.slice(0, 5), []],
  ['all but five have answered', [...six, 'seven'], ['six', 'seven']],
])('lets five run on where %s', (_where, asked, answered) => {
  const silences = silencesOf(asked);
  for (const target of answered) silences.end(target);

  const silent = six.slice(0, 5).map((target) => silences.note(target, false));

  expect(silent).toEqual([true, true, true, true, true]);
  expect(silences.note('eight', false)).toBe(false);
});

it('lets none of six silent ones run on instead of another that ended', () => {
  const silences = silencesOf(six);

  const runsOn = six.map((target) => {
    const isRunning = silences.note(target, false);
    silences.end(target);
    return isRunning;
  });

  expect(runsOn).toEqual([true, true, true, false, false, false]);
});

it('calls six silent services many', () => {
  const silences = createLongSilences();

  const many = six.map((target) => {
    silences.note(target, false);
    return silences.areMany();
  });

  expect(many).toEqual([false, false, false, false, false, true]);
});

it('does not let a person’s own services take part in either', () => {
  const silences = createLongSilences();

  const own = six.map((target) => silences.note(target, true));

  expect(own).toEqual([true, false, false, false, false, false]);
  expect(silences.areMany()).toBe(false);
  expect(silences.note('whatsapp/web', false)).toBe(true);
});
