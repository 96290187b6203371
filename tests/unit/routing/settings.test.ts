import { expect, it } from 'vitest';
import { defaultRoutingSettings, parseRoutingSettings } from '../../../lib/routing/settings.ts';

const zone = 'Europe/Moscow';

it.each([
  [null, true, false, false],
  [{}, true, false, false],
  [{ showRouting: false, recordExit: true, exportRoute: true }, false, true, true],
  [{ showRouting: 'no', recordExit: 'yes', exportRoute: 'yes' }, true, false, false],
  ['nonsense', true, false, false],
])('%j stored means shown: %s, exit kept: %s, exported: %s', (stored, ...meant) => {
  const [showRouting, recordExit, exportRoute] = meant;

  expect(parseRoutingSettings(stored, zone)).toMatchObject({
    showRouting,
    recordExit,
    exportRoute,
  });
});

it.each([
  ['KZ', 'KZ'],
  [undefined, null],
  ['', null],
  ['kz', null],
  ['KAZ', null],
  [7, null],
])('%j stored as the home is the home %j', (homeCountry, meant) => {
  expect(parseRoutingSettings({ homeCountry }, zone).homeCountry).toBe(meant);
});

it('is the default where nothing is stored', () => {
  expect(parseRoutingSettings(undefined, zone)).toEqual(defaultRoutingSettings);
});

it.each([
  [undefined, false],
  ['yes', false],
  [true, true],
])('%j stored means that the way of calls is compared: %s', (compareCalls, meant) => {
  expect(parseRoutingSettings({ compareCalls }, zone).compareCalls).toBe(meant);
});

it.each([
  [undefined, false],
  [{ showRouting: true }, true],
  [{ showRouting: false }, false],
  [{ homeCountry: 'DE' }, true],
])('%j stored where a VPN is punished means shown: %s', (stored, meant) => {
  expect(parseRoutingSettings(stored, 'Asia/Dubai').showRouting).toBe(meant);
});
