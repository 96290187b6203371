import { expect, it } from 'vitest';
import { wantedServices } from '../../../lib/settings/wanted-services.ts';

const catalog = [
  { id: 'one', enabledByDefault: true },
  { id: 'two', enabledByDefault: true },
  { id: 'rare', enabledByDefault: false },
];

it.each([
  ['nothing was chosen', {}, ['one', 'two']],
  ['one was turned off', { two: false }, ['one']],
  ['one was turned on', { rare: true }, ['one', 'two', 'rare']],
  ['the catalog no longer has a chosen one', { gone: true }, ['one', 'two']],
])('are those of the catalog, as the person has them, where %s', (_case, services, wanted) => {
  expect(wantedServices({ services }, catalog)).toEqual(wanted);
});
