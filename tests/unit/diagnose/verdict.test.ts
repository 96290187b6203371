import { describe, expect, it } from 'vitest';
import { mechanismsOf } from '../../../lib/diagnose/verdict.ts';
import type { Mechanism } from '../../../lib/model/mechanism.ts';
import { aVerdict } from '../../helpers/evidence.ts';

describe('the mechanisms of several verdicts', () => {
  it.each<[Mechanism[], Mechanism[]]>([
    [['timeout', 'tcp.timeout'], ['tcp.timeout']],
    [['timeout', 'tls.timeout', 'tls.timeout.sni'], ['tls.timeout.sni']],
    [['reset', 'tls.reset.sni'], ['tls.reset.sni']],
    [
      ['tls.timeout.sni', 'tcp.timeout'],
      ['tcp.timeout', 'tls.timeout.sni'],
    ],
    [
      ['timeout', 'reset'],
      ['reset', 'timeout'],
    ],
    [
      ['timeout', 'dns.timeout'],
      ['dns.timeout', 'timeout'],
    ],
    [
      ['reset', 'tls.timeout'],
      ['reset', 'tls.timeout'],
    ],
    [['dns.error', 'dns.error'], ['dns.error']],
  ])('of %j are %j', (all, said) => {
    expect(mechanismsOf(all.map((one) => aVerdict({ mechanisms: [one] })))).toEqual(said);
  });
});
