import { expect, it } from 'vitest';
import { parseRoutingSettings, usualRoutingSettings } from '../../../lib/routing/settings.ts';

it.each([
  [null, true, false, false],
  [{}, true, false, false],
  [{ showRouting: false, recordExit: true, exportRoute: true }, false, true, true],
  [{ showRouting: 'no', recordExit: 'yes', exportRoute: 'yes' }, true, false, false],
  ['nonsense', true, false, false],
])('%j stored means shown: %s, exit kept: %s, exported: %s', (stored, ...meant) => {
  const [showRouting, recordExit, exportRoute] = meant;

  expect(parseRoutingSettings(stored)).toEqual({ showRouting, recordExit, exportRoute });
});

it('is usual where nothing is stored', () => {
  expect(parseRoutingSettings(undefined)).toEqual(usualRoutingSettings);
});
