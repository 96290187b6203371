import * as fc from 'fast-check';
import type { Round } from '../../lib/model/round.ts';
import { anyRound } from './arbitrary-rounds.ts';
import { aFailure } from './attempts.ts';
import { at } from './clock.ts';
import { aSignal } from './rounds.ts';

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
export const hostileText = fc.oneof(
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
    const { routing, ...rest } = replaced(withControl(round), '') as Round;
    return { ...rest, routing: { ...routing, signals: [aSignal({ detail: texts[0] ?? '' })] } };
  });

function withControl(round: Round): Round {
  const control = { id: 'foreign', group: 'foreign', ok: false, totalMs: null } as const;
  return {
    ...round,
    network: { ...round.network, controls: [{ ...control, failure: 'connection_reset' }] },
    circumstances: {
      ...round.circumstances,
      controls: [{ id: 'foreign', attempts: [aFailure('reset')] }],
    },
  };
}

/** Names services, targets and controls anew; those of the same name keep one. */
function createRenaming(texts: readonly string[]): (round: Round) => Round {
  const names = new Map<string, string>();
  const nameOf = (id: string): string => {
    const text = texts[names.size % texts.length] ?? '';
    const isTaken = [...names.values()].includes(text);
    const name = names.get(id) ?? (isTaken ? `${text}${names.size}` : text);
    names.set(id, name);
    return name;
  };
  const renamed = <One extends { id: string }>(all: readonly One[]): One[] =>
    all.map((one) => ({ ...one, id: nameOf(one.id) }));
  return (round) => ({
    ...round,
    network: { ...round.network, controls: renamed(round.network.controls) },
    circumstances: { ...round.circumstances, controls: renamed(round.circumstances.controls) },
    services: renamed(round.services).map((one) => ({ ...one, targets: renamed(one.targets) })),
  });
}

/** Rounds in the order of recording, some of them hours or days apart, with a clock that may go back. */
export function hostileHistory(maxLength: number): fc.Arbitrary<Round[]> {
  const one = fc.tuple(hostileRound, hostileText, fc.integer({ min: -2, max: 30 }));
  const names = fc.array(hostileText, { minLength: 1, maxLength: 8 });
  return fc.tuple(fc.array(one, { maxLength }), names).map(([all, texts]) => {
    const rename = createRenaming(texts);
    let hours = 0;
    return all.map(([round, text, later], index) => {
      hours += later;
      return { ...rename(round), id: `${index} ${text}`, startedAt: at(3_600 * hours + index) };
    });
  });
}
