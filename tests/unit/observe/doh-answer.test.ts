import { decode, encode } from '@dnsquery/dns-packet';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { HttpObservation } from '../../../lib/observe/http.ts';
import type { HttpRequest } from '../../../lib/probe/http.ts';
import { aResolver } from '../../helpers/catalog.ts';
import { askDoh } from '../../helpers/doh.ts';
import { aFailedObservation, anObservation, bytesOf } from '../../helpers/observations.ts';

const { signal } = new AbortController();
const questions = [{ type: 'A', class: 'IN', name: 'web.chat.example' }] as const;
const nxdomain = 3;

function anAnswer(addresses: string[], rcode = 0): Uint8Array {
  return encode({
    type: 'response',
    id: 0,
    flags: 0x0180 + rcode,
    questions: [...questions],
    answers: addresses.map((data) => ({
      type: 'A' as const,
      class: 'IN' as const,
      name: 'web.chat.example',
      ttl: 60,
      data,
    })),
  });
}

async function ask(observation: HttpObservation) {
  const probe = vi.fn(async (_request: HttpRequest) => observation);
  const request = { name: 'web.chat.example', resolver: aResolver(), timeoutMs: 4000, signal };
  const resolution = await askDoh(probe, request);
  return { resolution, asked: probe.mock.calls[0]?.[0] };
}

describe('a query to a resolver', () => {
  it('is a GET with the name in wire format', async () => {
    const { asked } = await ask(anObservation());

    const [address, encoded = ''] = (asked?.url ?? '').split('?dns=');
    const message = decode(Buffer.from(encoded, 'base64url'));
    expect(address).toBe('https://trusted.example/dns-query');
    expect(encoded).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(message).toMatchObject({ id: 0, type: 'query', flag_rd: true, questions });
    expect(asked).toMatchObject({
      method: 'GET',
      accept: 'application/dns-message',
      timeoutMs: 4000,
      signal,
    });
  });
});

describe('the answer of a resolver', () => {
  it('has its addresses', async () => {
    const body = anAnswer(['93.184.216.34', '93.184.216.35']);

    const { resolution } = await ask(anObservation({ body }));

    expect(resolution).toEqual({
      name: 'web.chat.example',
      resolver: 'trusted',
      national: false,
      rcode: 'NOERROR',
      addresses: ['93.184.216.34', '93.184.216.35'],
    });
  });

  it('may deny the name', async () => {
    const { resolution } = await ask(anObservation({ body: anAnswer([], nxdomain) }));

    expect(resolution).toMatchObject({ rcode: 'NXDOMAIN', addresses: [] });
  });

  it.each<[string, HttpObservation]>([
    ['the resolver was not reached', aFailedObservation()],
    [
      'the resolver answered with an error',
      anObservation({ httpStatus: 503, body: anAnswer(['93.184.216.34']) }),
    ],
    ['the answer is a web page', anObservation({ body: bytesOf('<html>Blocked</html>') })],
    ['the answer is empty', anObservation()],
    ['the query comes back', anObservation({ body: encode({ questions: [...questions] }) })],
    [
      'the answer is to another query',
      anObservation({
        body: encode({ type: 'response', questions: [{ type: 'A', name: 'other.example' }] }),
      }),
    ],
  ])('does not exist if %s', async (_case, observation) => {
    const { resolution } = await ask(observation);

    expect(resolution).toMatchObject({ rcode: null, addresses: [] });
  });

  it('includes addresses of both kinds', async () => {
    const body = encode({
      type: 'response',
      questions: [...questions],
      answers: [
        { type: 'CNAME', name: 'web.chat.example', data: 'edge.chat.example' },
        { type: 'AAAA', name: 'edge.chat.example', data: '2001:db8::1' },
        { type: 'A', name: 'edge.chat.example', data: '93.184.216.34' },
      ],
    });

    const { resolution } = await ask(anObservation({ body }));

    expect(resolution).toMatchObject({
      rcode: 'NOERROR',
      addresses: ['2001:db8::1', '93.184.216.34'],
    });
  });

  it('may use compression pointers and any letter case', async () => {
    const [header, record] = [
      encode({ type: 'response', questions: [{ type: 'A', name: 'WEB.chat.example' }] }),
      [0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 203, 0, 113, 9],
    ];
    const body = Uint8Array.from([...header, ...record]);
    body[7] = 1;

    const { resolution } = await ask(anObservation({ body }));

    expect(resolution).toMatchObject({ rcode: 'NOERROR', addresses: ['203.0.113.9'] });
  });

  it('does not exist if it is truncated anywhere', async () => {
    const whole = anAnswer(['93.184.216.34', '93.184.216.35']);

    for (let length = 0; length < whole.length; length += 1) {
      const { resolution } = await ask(anObservation({ body: whole.subarray(0, length) }));

      expect(resolution, `${length} bytes`).toMatchObject({ rcode: null, addresses: [] });
    }
  });

  it('is read or rejected without an error, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (body) => {
        const { resolution } = await ask(anObservation({ body }));

        expect(resolution.addresses.filter((one) => !/^[\d.]{7,15}$/.test(one))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});
