import { describe, expect, it } from 'vitest';
import { filteredNames } from '../../../../lib/diagnose/own-filter/filtered-names.ts';
import { filterRedirectFailure } from '../../../../lib/failure/filter-answer.ts';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import type { AddressProbe, Resolution } from '../../../../lib/model/resolution.ts';
import { aFailure, anAttempt } from '../../../helpers/attempts.ts';
import { aService, aTarget } from '../../../helpers/catalog.ts';
import { aControlEvidence, aServiceEvidence } from '../../../helpers/evidence.ts';

const name = 'web.chat.example';
const denied = aFailure('name', { totalMs: 20 });
const refused = aFailure('refused', { totalMs: 5 });
const refusedLate = aFailure('refused', { totalMs: 2_100 });
const forged = aFailure('untrusted');

function answer(overrides: Partial<Resolution>): Resolution {
  return {
    name,
    resolver: 'one',
    national: false,
    rcode: 'NOERROR',
    addresses: ['93.184.216.34'],
    ...overrides,
  };
}
const trusted = answer({});
const national = answer({ resolver: 'state', national: true });

function control(id: string, attempt = denied) {
  return { id, group: 'filter' as const, attempts: [attempt, attempt] };
}
const neutral = (id: string, attempt = anAttempt()) =>
  aControlEvidence({ id, attempts: [attempt] });
const canary = control('application-dns');
const advertising = control('advertising');

function filtering({
  controls = [canary],
  neutrals = [neutral('one')],
  resolutions = [trusted, national],
  attempts = [denied, denied, denied],
  addressProbes = [],
}: Partial<{
  controls: ReturnType<typeof control>[];
  neutrals: ReturnType<typeof neutral>[];
  resolutions: Resolution[];
  attempts: ReturnType<typeof anAttempt>[];
  addressProbes: AddressProbe[];
}>) {
  const services = [aServiceEvidence({ 'chat/web': attempts })];
  const seen = { services, controls: [...neutrals, ...controls], resolutions, addressProbes };
  return filteredNames(seen).get(name);
}

const probe = (ok: boolean): AddressProbe => ({
  name,
  address: '93.184.216.34',
  attempts: [ok ? anAttempt() : refused],
});

describe('a name that a filter of one’s own withholds', () => {
  it.each([
    ['its resolver keeps Firefox away as well', {}],
    ['its resolver withholds advertising as well', { controls: [advertising] }],
    [
      'there is no national resolver, and its resolver withholds advertising alike',
      { controls: [advertising], resolutions: [trusted] },
    ],
    [
      'it leads to this computer, which refuses after 2 s, as Windows does',
      { controls: [control('advertising', refusedLate)], attempts: [refusedLate, refusedLate] },
    ],
    [
      'it leads to this computer, as advertising does',
      { controls: [control('advertising', refused)], attempts: [refused, refused, refused] },
    ],
    [
      'it leads to a server that answers for advertising, too, without a certificate for either',
      { controls: [control('advertising', forged)], attempts: [forged, forged], resolutions: [] },
    ],
    [
      'it leads to this computer, and its server is alive',
      { attempts: [refused, refused, refused], addressProbes: [probe(true)] },
    ],
  ])('is known if %s', (_case, seen) => {
    expect(filtering(seen)).toBe('own');
  });

  it.each([
    ['no other name is withheld', { controls: [] }],
    ['the other names are found', { controls: [control('application-dns', anAttempt())] }],
    [
      'the state withholds it as well',
      {
        resolutions: [
          trusted,
          answer({ resolver: 'state', national: true, rcode: 'NXDOMAIN', addresses: [] }),
        ],
      },
    ],
    ['a certificate is forged, and advertising is withheld', { attempts: [forged, forged] }],
    [
      'a certificate is forged, and advertising is found',
      { controls: [control('advertising', anAttempt())], attempts: [forged, forged] },
    ],
    [
      'most neutral sites show a certificate that is not their own as well',
      {
        controls: [control('advertising', forged)],
        neutrals: [neutral('one'), neutral('two', forged), neutral('three', forged)],
        attempts: [forged, forged],
      },
    ],
    ['no trusted resolver knows it', { resolutions: [national] }],
    ['it is found', { attempts: [anAttempt(), anAttempt()] }],
    [
      'its server refuses by address as well',
      { attempts: [refused, refused, refused], addressProbes: [probe(false)] },
    ],
    [
      'the service fails otherwise, too, and only advertising is withheld',
      { controls: [advertising], attempts: [denied, denied, aFailure('reset')] },
    ],
  ])('is not known if %s', (_case, seen) => {
    expect(filtering(seen)).toBeUndefined();
  });

  it('is unclear if advertising is led to this computer, and the name is denied', () => {
    const leadsAds = control('advertising', refused);

    expect(filtering({ controls: [leadsAds] })).toBe('unclear');
    expect(filtering({ controls: [leadsAds, canary], resolutions: [trusted] })).toBe('unclear');
  });

  it('is unclear if there is no national resolver, and no advertising is withheld', () => {
    expect(filtering({ resolutions: [trusted] })).toBe('unclear');
  });

  it('is unclear if the national resolver does not answer', () => {
    const silent = answer({ resolver: 'state', national: true, rcode: null, addresses: [] });

    expect(filtering({ resolutions: [trusted, silent] })).toBe('unclear');
    expect(filtering({ controls: [advertising], resolutions: [trusted, silent] })).toBe('unclear');
  });
});

interface AtTimes {
  operators: readonly string[];
  site?: Attempt;
}

describe('a name that leads to a server without a certificate for it', () => {
  const plain = aTarget({ id: 'chat/plain', urls: ['http://chat.example/'], votes: false });
  const service = aService({ targets: [aTarget(), { ...plain, kind: 'http' }] });
  const toVendor = aFailure('unclear', { failure: filterRedirectFailure, httpStatus: 302 });

  function names(web: readonly Attempt[], byPlain: Attempt, beside = [anAttempt()]) {
    const attempts = { 'chat/web': web, 'chat/plain': [byPlain] };
    const services = [aServiceEvidence(attempts, { service })];
    const filtered = filteredNames({
      services,
      controls: [neutral('one'), aControlEvidence({ id: 'two', attempts: beside })],
      resolutions: [],
      addressProbes: [],
    });
    return filtered.get(name);
  }

  it('is withheld by a resolver that somebody chose, where its vendor answers without TLS', () => {
    expect(names([forged, forged], toVendor)).toBe('own');
  });

  it('is not known to be where certificates are forged now and then, wherever connections lead', () => {
    expect(names([forged, forged], toVendor, [forged])).toBe('own');
    expect(names([forged, forged], toVendor, [forged, anAttempt()])).toBeUndefined();
  });

  it('is withheld where one of two resolvers filters, so that other names lead there now and then', () => {
    const operators = ['Second', 'Second', 'Third'];

    expect(besideForgedAtTimes({ operators })).toBe('own');
    expect(besideForgedAtTimes({ operators, site: forged })).toBeUndefined();
  });

  it('is not known to be where those of three operators lead there now and then', () => {
    const operators = ['Second', 'Third', 'Fourth'];

    expect(besideForgedAtTimes({ operators })).toBeUndefined();
  });

  function besideForgedAtTimes({ operators, site = anAttempt() }: AtTimes) {
    const others = operators.map((operator, index) => {
      const id = `other${index}`;
      const targets = [aTarget({ id: `${id}/web`, urls: [`https://${id}.example/`] })];
      const attempts = { [`${id}/web`]: [forged, anAttempt()] };
      return aServiceEvidence(attempts, { service: aService({ id, operator, targets }) });
    });
    const withheld = { 'chat/web': [forged, forged], 'chat/plain': [toVendor] };
    return filteredNames({
      services: [aServiceEvidence(withheld, { service }), ...others],
      controls: [aControlEvidence(), aControlEvidence({ id: 'two', attempts: [site] })],
      resolutions: [],
      addressProbes: [],
    }).get(name);
  }

  it.each([
    ['somebody else answers without TLS', [forged, forged], anAttempt()],
    ['it is cut off as well', [forged, aFailure('reset')], toVendor],
    ['it is reached', [anAttempt(), anAttempt()], toVendor],
  ])('is not known to be if %s', (_case, web, byPlain) => {
    expect(names(web, byPlain)).toBeUndefined();
  });
});
