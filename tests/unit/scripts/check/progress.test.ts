import { expect, it } from 'vitest';
import { describeProgress } from '../../../../scripts/check/progress.ts';
import { buildProgress } from '../../view/build-round.ts';

it('has no line for a service without evidence', () => {
  expect(describeProgress(buildProgress([{ stage: 'waiting' }]))).toEqual([]);
});

it.each([
  ['opens', 'opens so far'],
  ['name-not-found', 'name not found so far'],
  ['fails', 'does not open so far'],
] as const)('says of a service that %s: %s', (word, words) => {
  const progress = buildProgress([{ stage: 'probing', word }]);

  expect(describeProgress(progress)).toEqual([`Signal: ${words}`]);
});

it('adds how many targets were reached once a service is done', () => {
  const progress = buildProgress([{ stage: 'done', word: 'no-answer', reached: 1, total: 4 }]);

  expect(describeProgress(progress)).toEqual(['Signal: no answer so far', 'Signal: done 1/4']);
});
