import * as fc from 'fast-check';
import type { Round } from '../../lib/model/round.ts';
import { anyRound } from './arbitrary-rounds.ts';
import { at } from './clock.ts';

/** Fields of a round that hold any text. */
const textFields = new Set([
  'name',
  'url',
  'kind',
  'failure',
  'browserError',
  'remoteIp',
  'remoteIpKind',
  'protocol',
  'version',
  'logic',
  'catalog',
  'browser',
]);

/** What breaks files, tables, databases and pages, and whatever else there is. */
const hostileText = fc.oneof(
  fc.constantFrom(
    '=HYPERLINK("http://evil.example";"x")',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    'a"b,c;d\r\ne',
    '</script><script>alert(1)</script>',
    '\u0000',
    '\u2028\u2029',
    '\ud800',
    '\u202eabc',
    '__proto__',
    '"},{"end":{',
    '2026-11-26T00:00:00.000Z',
    '',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

/** A round with hostile text in every field that holds any. */
const hostileRound: fc.Arbitrary<Round> = fc
  .tuple(anyRound, fc.array(hostileText, { minLength: 1, maxLength: 8 }))
  .map(([round, texts]) => {
    let next = 0;
    const replaced = (value: unknown, field: string): unknown => {
      if (typeof value === 'string' && textFields.has(field)) {
        next += 1;
        return texts[next % texts.length];
      }
      if (Array.isArray(value)) return value.map((one) => replaced(one, field));
      if (typeof value !== 'object' || value === null) return value;
      const fields = Object.entries(value).map(([name, one]) => [name, replaced(one, name)]);
      return Object.fromEntries(fields);
    };
    return replaced(round, '') as Round;
  });

/** Rounds in the order of recording, some of them hours or days apart, with a clock that may go back. */
export function hostileHistory(maxLength: number): fc.Arbitrary<Round[]> {
  const one = fc.tuple(hostileRound, hostileText, fc.integer({ min: -2, max: 30 }));
  return fc.array(one, { maxLength }).map((all) => {
    let hours = 0;
    return all.map(([round, text, later], index) => {
      hours += later;
      return { ...round, id: `${index} ${text}`, startedAt: at(3_600 * hours + index) };
    });
  });
}
