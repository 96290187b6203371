import { expect, it } from 'vitest';
import { createLongSilences } from '../../../../lib/round/service/patience.ts';

const six = ['one', 'two', 'three', 'four', 'five', 'six'];

it('lets three attempts of a round run on, whichever ended meanwhile', () => {
  const silences = createLongSilences();

  const first = six.slice(0, 3).map((target) => silences.note(target, false));
  silences.end('one');

  expect(first).toEqual([true, true, true]);
  expect(silences.note('four', false)).toBe(false);
  const runningOn = ['one', 'two', 'four'].filter((target) => silences.isRunningOn(target));
  expect(runningOn).toEqual(['two']);
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
