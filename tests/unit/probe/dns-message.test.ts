import { decode, encode } from '@dnsquery/dns-packet';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeAnswer, encodeQuestion } from '../../../lib/probe/dns-message.ts';

const aLabel = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/);
const aName = fc.array(aLabel, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.'));
const anAddress = fc.ipV4();
const aRecord = (name: string) =>
  fc.oneof(
    anAddress.map((data) => ({ type: 'A' as const, name, ttl: 60, data })),
    aName.map((data) => ({ type: 'CNAME' as const, name, ttl: 60, data })),
    fc.ipV6().map((data) => ({ type: 'AAAA' as const, name, ttl: 60, data })),
  );
const aMessage = aName.chain((name) =>
  fc.record({
    type: fc.constant('response' as const),
    id: fc.nat({ max: 65_535 }),
    flags: fc.nat({ max: 15 }).map((rcode) => 0x0180 + rcode),
    questions: fc.tuple(fc.constant({ type: 'A' as const, name })).map((one) => [...one]),
    answers: fc.array(aRecord(name), { maxLength: 5 }),
  }),
);

describe('a DNS message', () => {
  it('asks as the library does', () => {
    fc.assert(
      fc.property(aName, (name) => {
        expect(decode(Buffer.from(encodeQuestion(name)))).toMatchObject({
          id: 0,
          type: 'query',
          flag_rd: true,
          questions: [{ type: 'A', class: 'IN', name }],
          answers: [],
        });
      }),
    );
  });

  it('is read as the library reads it', () => {
    fc.assert(
      fc.property(aMessage, (message) => {
        const bytes = encode(message);
        const expected = decode(bytes);
        const { name, rcode, addresses } = decodeAnswer(bytes);

        expect(name).toBe(expected.questions?.[0]?.name);
        expect(addresses).toEqual(
          expected.answers?.flatMap((one) => (one.type === 'A' ? [one.data] : [])),
        );
        const number = message.flags & 15;
        expect(rcode).toBe(number < 6 ? expected.rcode : `RCODE_${number}`);
      }),
    );
  });

  it('points back to a name that it has said', () => {
    const question = encodeQuestion('a.example');
    const record = [0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 203, 0, 113, 9];
    const bytes = Uint8Array.from([...question, ...record]);
    bytes[2] = 0x81;
    bytes[7] = 1;

    expect(decodeAnswer(bytes)).toEqual({
      name: 'a.example',
      rcode: 'NOERROR',
      addresses: ['203.0.113.9'],
    });
  });

  it('that breaks off is none, wherever it does', () => {
    fc.assert(
      fc.property(aMessage, fc.nat(), (message, luck) => {
        const bytes = encode(message);

        expect(() => decodeAnswer(bytes.subarray(0, luck % bytes.length))).toThrow(RangeError);
      }),
    );
  });

  it('is read to an end, or refused, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          decodeAnswer(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
