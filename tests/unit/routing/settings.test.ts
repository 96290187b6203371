import { expect, it } from 'vitest';
import { parseRoutingSettings, usualRoutingSettings } from '../../../lib/routing/settings.ts';

it.each([
  [null, true, false],
  [{}, true, false],
  [{ showRouting: false, recordExit: true }, false, true],
  [{ showRouting: 'no', recordExit: 'yes' }, true, false],
  ['nonsense', true, false],
])('%j stored means shown: %s, exit kept: %s', (stored, showRouting, recordExit) => {
  expect(parseRoutingSettings(stored)).toEqual({ showRouting, recordExit });
});

it('is usual where nothing is stored', () => {
  expect(parseRoutingSettings(undefined)).toEqual(usualRoutingSettings);
});
