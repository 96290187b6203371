import { describe, expect, it } from 'vitest';
import { inOrder, movedBy, withOrder } from '../../../lib/settings/service-order.ts';

const all = ['one', 'two', 'three', 'four'].map((id) => ({ id }));
const idsOf = (some: readonly { id: string }[]) => some.map(({ id }) => id);

describe('services in the order of the person', () => {
  it.each([
    ['as they were, where none was chosen', [], ['one', 'two', 'three', 'four']],
    ['the named ones first', ['three', 'one'], ['three', 'one', 'two', 'four']],
    ['without what is not there', ['gone', 'four'], ['four', 'one', 'two', 'three']],
    ['once, where one is named twice', ['two', 'two'], ['two', 'one', 'three', 'four']],
  ])('are %s', (_case, order, expected) => {
    expect(idsOf(inOrder(all, order))).toEqual(expected);
  });
});

it('leaves what is not there', () => {
  expect(withOrder(null, ['one'])).toBeNull();
  expect(withOrder({ services: all, at: 1 }, ['two'])).toMatchObject({
    at: 1,
    services: [{ id: 'two' }, {}, {}, {}],
  });
});

describe('one that is moved', () => {
  const ids = idsOf(all);

  it('changes places with its neighbour', () => {
    expect(movedBy(ids, 2, -1)).toEqual(['one', 'three', 'two', 'four']);
    expect(movedBy(ids, 0, 1)).toEqual(['two', 'one', 'three', 'four']);
  });
});
