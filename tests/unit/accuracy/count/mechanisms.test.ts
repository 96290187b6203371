import { describe, expect, it } from 'vitest';
import type { Mechanism } from '../../../../lib/model/mechanism.ts';
import { fitOf } from '../../../accuracy/count/mechanisms.ts';

interface Case {
  said: Mechanism[];
  truth: Mechanism;
  precision: number;
  depth: number;
}

describe('how a label fits the truth', () => {
  it.each<Case>([
    { said: ['tls.reset.sni'], truth: 'tls.reset.sni', precision: 1, depth: 1 },
    { said: ['tls.reset'], truth: 'tls.reset.sni', precision: 1, depth: 3 / 4 },
    { said: ['reset'], truth: 'tls.reset.sni', precision: 1, depth: 1 / 4 },
    { said: ['tcp.reset'], truth: 'tls.reset.sni', precision: 1 / 3, depth: 1 / 4 },
    { said: ['timeout'], truth: 'tls.timeout.sni', precision: 1, depth: 1 / 4 },
    { said: ['timeout'], truth: 'tls.reset.sni', precision: 0, depth: 0 },
    { said: ['dns.error'], truth: 'dns.nxdomain', precision: 1, depth: 1 / 2 },
    { said: ['dns.nxdomain'], truth: 'dns.timeout', precision: 1 / 2, depth: 1 / 3 },
    { said: ['dns.error', 'timeout'], truth: 'dns.timeout', precision: 1, depth: 2 / 3 },
    { said: ['tcp.refused', 'timeout'], truth: 'tcp.refused', precision: 2 / 3, depth: 1 },
    { said: [], truth: 'tls.mitm', precision: 0, depth: 0 },
  ])('is $precision precise and $depth deep: $said for $truth', ({ said, truth, ...fit }) => {
    expect(fitOf(said, truth)).toEqual(fit);
  });
});
