import { describe, expect, it } from 'vitest';
import { familiesOf, reachableForm } from '../../../lib/observe/families.ts';
import { anAttempt } from '../../helpers/attempts.ts';

const four = '93.184.216.34';
const six = '2606:2800:220:1::1';
const translated = '64:ff9b::5db8:d822';

const familiesAt = (...addresses: (string | null)[]) =>
  familiesOf(addresses.map((remoteIp) => anAttempt({ remoteIp })));

describe('the families of a line', () => {
  it.each([
    ['IPv4 alone', [four], { ipv4: true, ipv6: false, translates: false }],
    ['both', [four, six], { ipv4: true, ipv6: true, translates: false }],
    ['IPv6 alone', [six], { ipv4: false, ipv6: true, translates: false }],
    ['IPv6 with a translator', [six, translated], { ipv4: false, ipv6: true, translates: true }],
    [
      'IPv6 with two translators, one on this computer',
      [four, translated],
      { ipv4: true, ipv6: true, translates: false },
    ],
    ['IPv4, where nothing is known', [null], { ipv4: true, ipv6: false, translates: false }],
  ])('are %s', (_case, addresses, expected) => {
    expect(familiesAt(...addresses)).toEqual(expected);
  });

  it('are not those of addresses that gave no answer', () => {
    const silent = anAttempt({ remoteIp: six, httpStatus: null, ok: false });

    expect(familiesOf([silent]).ipv6).toBe(false);
  });

  it('are not those of a portal that answers in one family alone', () => {
    const redirect = anAttempt({ remoteIp: four, httpStatus: 302, ok: false });

    expect(familiesOf([anAttempt({ remoteIp: six }), redirect]).ipv4).toBe(false);
  });
});

describe('an address', () => {
  it.each([
    [four, [four], four],
    [four, [four, six], four],
    [four, [six], null],
    [four, [translated], translated],
    [six, [four], null],
    [six, [six], six],
    [six, [translated], six],
  ])('%s is reached from a line that was seen to reach %j as %s', (address, seen, expected) => {
    expect(reachableForm(address, familiesAt(...seen))).toBe(expected);
  });
});
