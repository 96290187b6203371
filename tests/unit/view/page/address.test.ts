import { expect, it } from 'vitest';
import { addressOf, roundHref, serviceHref } from '../../../../lib/view/page/address.ts';

it.each([
  ['', { page: 'overview' }],
  ['#', { page: 'overview' }],
  ['#overview', { page: 'overview' }],
  ['#settings', { page: 'settings' }],
  ['#service/signal', { page: 'service', id: 'signal' }],
  ['#round/0192', { page: 'round', id: '0192' }],
])('%s names a page', (hash, address) => {
  expect(addressOf(hash)).toEqual(address);
});

it.each([
  '#nothing',
  '#service',
  '#service/',
  '#settings/signal',
  '#service/signal/more',
  '#unknown',
])('%s names none', (hash) => {
  expect(addressOf(hash)).toEqual({ page: 'unknown' });
});

it.each(['signal', 'own-1', 'a/b#c %', '%E0%A4%A'])('an address of %s leads there', (id) => {
  expect(addressOf(serviceHref(id))).toEqual({ page: 'service', id });
  expect(addressOf(roundHref(id))).toEqual({ page: 'round', id });
});
