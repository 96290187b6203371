import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromShapes, toShapes } from '../../../../lib/history/codec/shapes.ts';

const throughText = (value: unknown): unknown =>
  fromShapes(JSON.parse(JSON.stringify(toShapes(value, 1e12))) as ReturnType<typeof toShapes>);

describe('shapes', () => {
  it('give back every value that JSON can hold', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const asJson: unknown = JSON.parse(JSON.stringify(value));

        expect(throughText(value)).toStrictEqual(asJson);
      }),
    );
  });

  it.each<[string, unknown]>([
    ['null and missing', [{ a: null, b: 1 }, { b: 1 }]],
    ['a field named __proto__', JSON.parse('{"__proto__":{"polluted":true},"a":[]}')],
    [
      'names that look like a list of names',
      [{ 'a,b': 1, 'a","b': 1 }, { a: 1, b: 2 }, { 'a,b': 1 }],
    ],
    ['empty objects and lists', { a: {}, b: [], c: [[], {}] }],
    ['numbers that look like shapes', [0, 1, [0], [1, 2], { a: [0] }]],
    [
      'times, and what looks like one',
      [
        '2026-11-26T11:06:46.560Z',
        '0001-01-01T00:00:00.000Z',
        '2026-02-30T00:00:00.000Z',
        '2026-11-26T24:00:00.000Z',
        '2026-11-26T11:06:46Z',
        '2026-11-26T11:06:46.560+00:00',
        [-1, 5],
      ],
    ],
    ['half a surrogate pair', ['\uD800', { '\uDC00': '\uDFFF' }]],
  ])('keep %s', (_what, value) => {
    expect(throughText(value)).toStrictEqual(value);
  });

  it('leave out what JSON leaves out', () => {
    expect(throughText({ a: undefined, b: 1 })).toStrictEqual({ b: 1 });
  });

  it('hold a time as its distance', () => {
    expect(toShapes(['1970-01-01T00:00:05.000Z'], 2_000).body).toEqual([0, [-1, 3_000]]);
  });

  it('name the fields of objects alike once', () => {
    const { shapes } = toShapes([
      { a: 1, b: 2 },
      { a: 3, b: 4 },
    ]);

    expect(shapes).toEqual([['a', 'b']]);
  });

  it.each([
    ['a value more than names', { shapes: [['a']], body: [1, 1, 2] }],
    ['a value less than names', { shapes: [['a', 'b']], body: [1, 1] }],
    ['an unknown shape', { shapes: [], body: [1, 1] }],
    ['a list without a number', { shapes: [], body: [] }],
  ])('reject %s', (_what, shaped) => {
    expect(() => fromShapes(shaped as never)).toThrow('is the shape of');
  });
});
