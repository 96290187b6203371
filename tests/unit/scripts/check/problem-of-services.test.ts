import { expect, it } from 'vitest';
import { problemOfServices } from '../../../../scripts/check/problem-of-services.ts';

it('names a service that the catalogue in use does not have, and those that it has', () => {
  expect(problemOfServices(['signal', 'icq'], ['signal', 'viber'])).toBe(
    '--services: found "icq"; allowed, separated by commas: signal, viber',
  );
});

it('has nothing against those that it has, or against all', () => {
  expect(problemOfServices(['viber'], ['signal', 'viber'])).toBeNull();
  expect(problemOfServices(null, ['signal'])).toBeNull();
});
