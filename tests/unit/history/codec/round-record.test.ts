import { readdirSync, readFileSync } from 'node:fs';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dictionaryOf,
  packRound,
  textOfRound,
  unpackRound,
} from '../../../../lib/history/codec/round-record.ts';
import type { Round } from '../../../../lib/model/round.ts';
import { anyRound } from '../../../helpers/arbitrary-rounds.ts';
import { aRound } from '../../../helpers/rounds.ts';

const golden = new URL('../../../golden/rounds/', import.meta.url);
const goldenRounds = readdirSync(golden).map((name): [string, Round] => [
  name,
  JSON.parse(readFileSync(new URL(name, golden), 'utf8')) as Round,
]);
const [, [, sample]] = goldenRounds as [unknown, [string, Round]];
const dictionary = { number: 70_000, text: textOfRound(sample).slice(0, 32_000) };

/** A round with fields of a later version anywhere, which may be named like anything. */
const anyLaterRound = fc
  .tuple(
    anyRound,
    fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ stringUnit: 'binary' })),
  )
  .map(([round, extra]): Round => {
    const services = round.services.map((service) => ({ ...service, ...extra, id: service.id }));
    return JSON.parse(JSON.stringify({ ...extra, ...round, services, later: extra })) as Round;
  });

describe("a round's record", () => {
  it.each([
    ['without a dictionary', null],
    ['with a dictionary', dictionary],
  ])('gives back every round, %s', (_case, used) => {
    fc.assert(
      fc.property(anyLaterRound, (round) => {
        const record = packRound(textOfRound(round), used);

        expect(dictionaryOf(record)).toBe(used?.number ?? null);
        expect(unpackRound(record, used)).toStrictEqual(round);
      }),
    );
  });

  it.each([0, 1, 65_535, 65_536, 150_000])(
    'is one of today as it is, with %d letters more',
    (length) => {
      const round = aRound({ id: 'x'.repeat(length) });
      const record = packRound(textOfRound(round), null, true);

      expect(dictionaryOf(record)).toBeNull();
      expect(unpackRound(record, null)).toStrictEqual(round);
      const blocks = record.subarray(10);
      expect(inflateRawSync(blocks).toString()).toBe(textOfRound(round));
    },
  );

  it('gives back a round that tells no time of its own', () => {
    const round = { ...sample, startedAt: 'once' };

    expect(unpackRound(packRound(textOfRound(round), null), null)).toStrictEqual(round);
  });

  it.each(goldenRounds)(
    'has the text of the same an hour later, but for its own time: %s',
    (_name, round) => {
      const later = JSON.stringify(round).replaceAll(/"[\d-]{10}T[\d:.]{12}Z"/gu, (time) =>
        JSON.stringify(new Date(Date.parse(JSON.parse(time) as string) + 3_600_000)),
      );
      const own = /"fromMs":\d+/u;

      const [text, moved] = [round, JSON.parse(later) as Round].map(textOfRound) as [
        string,
        string,
      ];

      expect(moved.replace(own, '')).toBe(text.replace(own, ''));
      expect(moved).not.toBe(text);
    },
  );

  it.each(goldenRounds)('gives back the round of %s', (_name, round) => {
    const record = packRound(textOfRound(round), dictionary);

    expect(unpackRound(record, dictionary)).toStrictEqual(round);
    expect(record.byteLength, 'much smaller than without').toBeLessThan(
      deflateRawSync(JSON.stringify(round)).byteLength * 0.7,
    );
  });

  it.each(goldenRounds)('opens as version 2 wrote it: %s', (_name, round) => {
    const record = new Uint8Array(deflateRawSync(JSON.stringify(round)));

    expect(dictionaryOf(record)).toBeNull();
    expect(unpackRound(record, null)).toStrictEqual(round);
  });

  it('opens as version 2 wrote the smallest, which is not compressed in blocks', () => {
    for (const level of [0, 1, 9]) {
      const record = new Uint8Array(deflateRawSync(JSON.stringify(aRound()), { level }));

      expect(unpackRound(record, null)).toEqual(aRound());
    }
  });

  it('does not open with another dictionary, or none', () => {
    const record = packRound(textOfRound(aRound()), dictionary);

    expect(() => unpackRound(record, null)).toThrow('needs dictionary 70000');
    expect(() => unpackRound(record, { ...dictionary, number: 1 })).toThrow('needs dictionary');
  });

  it('does not open where a later version wrote it', () => {
    const record = packRound(textOfRound(aRound()), null);
    record[1] = 4;

    expect(() => unpackRound(record, null)).toThrow('has version 4');
  });
});
