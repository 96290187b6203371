import { expect, it } from 'vitest';
import { defaultRoutingSettings, parseRoutingSettings } from '../../../lib/routing/settings.ts';

const zone = 'Europe/Moscow';

it.each([
  [null, true, false],
  [{}, true, false],
  [{ showRouting: false, recordExit: true }, false, true],
  [{ showRouting: 'no', recordExit: 'yes' }, true, false],
  ['nonsense', true, false],
])('%j stored means shown: %s, exit kept: %s', (stored, showRouting, recordExit) => {
  expect(parseRoutingSettings(stored, zone)).toMatchObject({ showRouting, recordExit });
});

it('takes no notice of ticks for exports, which earlier versions stored', () => {
  const stored = { exportRoute: true, exportAddresses: true };

  expect(parseRoutingSettings(stored, zone)).toEqual(defaultRoutingSettings);
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
  ['yes', false],
  [true, true],
])('%j stored means that servers for calls inside the country are asked: %s', (stored, meant) => {
  expect(parseRoutingSettings({ askDomesticCalls: stored }, zone).askDomesticCalls).toBe(meant);
});

it.each([
  [undefined, false],
  [{ showRouting: true }, true],
  [{ showRouting: false }, false],
  [{ homeCountry: 'DE' }, true],
])('%j stored where a VPN is punished means shown: %s', (stored, meant) => {
  expect(parseRoutingSettings(stored, 'Asia/Dubai').showRouting).toBe(meant);
});
