import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import { tookNoProxy } from '../../../../lib/round/calls/no-proxy.ts';
import { emptyRecord } from '../../../../lib/round/round-record.ts';
import { anAttempt } from '../../../helpers/attempts.ts';
import { aCatalog, aControl, controlsOfThree } from '../../../helpers/catalog.ts';
import { aPlan } from '../../../helpers/rounds.ts';

const second = aControl({
  id: 'foreign-three',
  operator: 'Operator of foreign-two',
  url: 'https://foreign-three.example/',
});
const catalog = aCatalog({ controls: [...controlsOfThree(), second] });

const own = {
  'foreign-one': '142.250.1.1',
  'foreign-two': '104.16.1.1',
  domestic: '77.88.1.1',
};

function seesNoProxy(
  addresses: Record<string, string | null>,
  overrides: Partial<Attempt> = {},
): boolean {
  const record = emptyRecord(aPlan());
  for (const [id, remoteIp] of Object.entries(addresses)) {
    record.controls.set(id, [anAttempt({ remoteIp, ...overrides })]);
  }
  return tookNoProxy(catalog, record);
}

describe('that requests take no proxy', () => {
  it('is seen where three operators answer from addresses of their own', () => {
    expect(seesNoProxy(own)).toBe(true);
    expect(seesNoProxy({ ...own, domestic: '2a02:6b8::1' })).toBe(true);
  });

  it.each<[string, Record<string, string | null>]>([
    ['two operators answer', { ...own, domestic: null }],
    ['two of them answer from one address', { ...own, domestic: own['foreign-one'] }],
    ['all answer from one address', { 'foreign-one': '5.5.5.5', 'foreign-two': '5.5.5.5' }],
    ['one answers from a private address', { ...own, domestic: '10.0.0.1' }],
    ['one answers from an address given out by a tunnel', { ...own, domestic: '198.18.0.7' }],
    ['one answers from this computer', { ...own, domestic: '127.0.0.1' }],
    ['two are the same operator', { ...own, domestic: null, 'foreign-three': '104.16.1.2' }],
    ['nothing was asked', {}],
  ])('is not seen where %s', (_case, addresses) => {
    expect(seesNoProxy(addresses)).toBe(false);
  });

  it('is not seen where the browser reports a proxy for any control', () => {
    const record = emptyRecord(aPlan());
    for (const [id, remoteIp] of Object.entries({ ...own, 'foreign-three': '104.16.1.2' })) {
      const remoteIpKind = id === 'foreign-three' ? 'proxy' : null;
      record.controls.set(id, [anAttempt({ remoteIp, remoteIpKind })]);
    }

    expect(tookNoProxy(catalog, record)).toBe(false);
  });

  it('is not seen by answers that do not count', () => {
    expect(seesNoProxy(own, { ok: false })).toBe(false);
    expect(seesNoProxy(own, { valid: false })).toBe(false);
  });
});
