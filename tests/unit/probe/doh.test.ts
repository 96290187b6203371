import { decode, encode } from '@dnsquery/dns-packet';
import { describe, expect, it, vi } from 'vitest';
import type { HttpObservation } from '../../../lib/observe/http.ts';
import { askDoh } from '../../../lib/probe/doh.ts';
import type { HttpRequest } from '../../../lib/probe/http.ts';
import { aResolver } from '../../helpers/catalog.ts';
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

describe('a question to a resolver', () => {
  it('is asked by GET with the name in wire format', async () => {
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
  it('is read with its addresses', async () => {
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

  it('is read where there is no such name', async () => {
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
  ])('is none where %s', async (_case, observation) => {
    const { resolution } = await ask(observation);

    expect(resolution).toMatchObject({ rcode: null, addresses: [] });
  });
});
