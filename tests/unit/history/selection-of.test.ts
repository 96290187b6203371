import { expect, it } from 'vitest';
import { selectionOf } from '../../../lib/history/selection-of.ts';
import { at } from '../../helpers/clock.ts';

const unbound = { from: null, to: null, services: null };

it.each([
  [{}, {}],
  [{ from: at(0) }, { from: at(0) }],
  [{ to: at(60) }, { to: at(60) }],
  [{ services: [] }, { services: [] }],
])('a selection has what was asked for alone: %j', (asked, selection) => {
  expect(selectionOf({ ...unbound, ...asked })).toStrictEqual(selection);
});
