import { describe, expect, it } from 'vitest';
import type { Resolution } from '../../../lib/model/resolution.ts';
import { isPublicAddress, outcomeOfName } from '../../../lib/observe/names.ts';
import { aResolution } from '../../helpers/evidence.ts';

const name = 'web.chat.example';

function anAnswerOf(resolver: string, overrides: Partial<Resolution> = {}): Resolution {
  return aResolution({ resolver, ...overrides });
}

function aDenialOf(resolver: string, overrides: Partial<Resolution> = {}): Resolution {
  return aResolution({ resolver, rcode: 'NXDOMAIN', addresses: [], ...overrides });
}

describe('a name on which the system resolver fails', () => {
  it('is known elsewhere if a trusted resolver has an address', () => {
    const outcome = outcomeOfName(name, [anAnswerOf('one')]);

    expect(outcome).toEqual({ known: 'elsewhere', mechanism: 'dns.error', agreeing: 1 });
  });

  it('is neither known nor denied if the line cannot reach any of its addresses', () => {
    const beyond = { addresses: ['2606:2800:220:1::1'], unreachable: true as const };
    const outcome = outcomeOfName(name, [anAnswerOf('one', beyond), anAnswerOf('two', beyond)]);

    expect(outcome).toEqual({ known: 'beyond' });
  });

  it('is known elsewhere if resolvers return different addresses', () => {
    const outcome = outcomeOfName(name, [
      anAnswerOf('one', { addresses: ['93.184.216.34'] }),
      anAnswerOf('two', { addresses: ['8.8.4.4'] }),
    ]);

    expect(outcome).toEqual({ known: 'elsewhere', mechanism: 'dns.error', agreeing: 2 });
  });

  it.each([
    ['NXDOMAIN', 'dns.nxdomain'],
    ['REFUSED', 'dns.refused'],
    ['SERVFAIL', 'dns.error'],
    ['NOERROR', 'dns.error'],
    [null, 'dns.error'],
  ])('is withheld if a national resolver answers %s: %s', (rcode, mechanism) => {
    const outcome = outcomeOfName(name, [
      anAnswerOf('one'),
      aDenialOf('national', { national: true, rcode }),
    ]);

    expect(outcome).toEqual({ known: 'elsewhere', mechanism, agreeing: 1 });
  });

  it('has no mechanism that only a trusted resolver showed', () => {
    const knowing = ['one', 'three'].map((resolver) => anAnswerOf(resolver));
    const outcome = outcomeOfName(name, [...knowing, aDenialOf('two')]);

    expect(outcome).toEqual({ known: 'elsewhere', mechanism: 'dns.error', agreeing: 2 });
  });

  it.each([
    { knowing: 2, failing: 1, denying: 0, known: 'elsewhere' },
    { knowing: 2, failing: 0, denying: 1, known: 'elsewhere' },
    { knowing: 3, failing: 1, denying: 1, known: 'elsewhere' },
    { knowing: 1, failing: 1, denying: 0, known: 'unclear' },
    { knowing: 1, failing: 0, denying: 1, known: 'unclear' },
    { knowing: 2, failing: 1, denying: 1, known: 'unclear' },
    { knowing: 2, failing: 0, denying: 2, known: 'unclear' },
    { knowing: 0, failing: 1, denying: 0, known: 'unclear' },
    { knowing: 0, failing: 2, denying: 0, known: 'nowhere' },
    { knowing: 0, failing: 1, denying: 1, known: 'nowhere' },
    { knowing: 1, failing: 3, denying: 0, known: 'unclear' },
    { knowing: 1, failing: 0, denying: 2, known: 'nowhere' },
  ])(
    'is known $known where $knowing trusted resolvers know it, $failing fail and $denying deny it',
    ({ knowing, failing, denying, known }) => {
      const all = (count: number, answer: (resolver: string) => Resolution, kind: string) =>
        Array.from({ length: count }, (_, index) => answer(`${kind}-${index}`));
      const fails = (resolver: string) => aDenialOf(resolver, { rcode: 'SERVFAIL' });

      const outcome = outcomeOfName(name, [
        ...all(knowing, anAnswerOf, 'knowing'),
        ...all(failing, fails, 'failing'),
        ...all(denying, aDenialOf, 'denying'),
      ]);

      expect(outcome.known).toBe(known);
    },
  );

  it.each([
    { rcode: 'SERVFAIL', known: 'nowhere' },
    { rcode: 'NXDOMAIN', known: 'unclear' },
    { rcode: 'REFUSED', known: 'unclear' },
    { rcode: null, known: 'nowhere' },
  ])(
    'is known $known where two trusted resolvers fail and a national one says $rcode',
    ({ rcode, known }) => {
      const failing = ['one', 'two'].map((one) => aDenialOf(one, { rcode: 'SERVFAIL' }));

      const outcome = outcomeOfName(name, [
        ...failing,
        aDenialOf('national', { national: true, rcode }),
      ]);

      expect(outcome.known).toBe(known);
    },
  );

  it('is left open where two trusted resolvers fail and a national one knows it', () => {
    const failing = ['one', 'two'].map((one) => aDenialOf(one, { rcode: 'SERVFAIL' }));

    const outcome = outcomeOfName(name, [...failing, anAnswerOf('national', { national: true })]);

    expect(outcome.known).toBe('unclear');
  });

  it('is known nowhere only if two trusted resolvers deny it', () => {
    const outcome = outcomeOfName(name, [aDenialOf('one'), aDenialOf('two')]);

    expect(outcome).toEqual({ known: 'nowhere' });
  });

  it('is known nowhere if trusted resolvers return no address', () => {
    const empty = { rcode: 'NOERROR' };

    const outcome = outcomeOfName(name, [aDenialOf('one', empty), aDenialOf('two', empty)]);

    expect(outcome).toEqual({ known: 'nowhere' });
  });

  it.each<[string, Resolution[]]>([
    ['no resolver was queried', []],
    ['one trusted resolver denies it', [aDenialOf('one')]],
    [
      'the second denial is the national resolver’s',
      [aDenialOf('one'), aDenialOf('national', { national: true })],
    ],
    [
      'no trusted resolver answered',
      [aDenialOf('one', { rcode: null }), aDenialOf('two', { rcode: null })],
    ],
    ['only a national resolver has an address', [anAnswerOf('national', { national: true })]],
    ['the answers are for another name', [anAnswerOf('one', { name: 'other.example' })]],
  ])('is unclear if %s', (_case, resolutions) => {
    expect(outcomeOfName(name, resolutions)).toEqual({ known: 'unclear' });
  });

  it('is neither known nor denied by bogon answers', () => {
    const bogons = ['one', 'two', 'three'].map((resolver) =>
      anAnswerOf(resolver, { addresses: ['10.10.34.35'] }),
    );

    expect(outcomeOfName(name, bogons)).toEqual({ known: 'unclear' });
  });
});

describe('public addresses', () => {
  it.each(['93.184.216.34', '1.1.1.1', '2606:2800:220:1:248:1893:25c8:1946'])(
    'include %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    '0.0.0.0',
    '10.0.0.1',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.1.1',
    '172.16.0.1',
    '192.168.0.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::1',
    'fe80::1',
    'fd00::1',
    'not an address',
    '',
  ])('do not include "%s"', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
