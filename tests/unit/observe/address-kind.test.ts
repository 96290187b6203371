import { describe, expect, it } from 'vitest';
import { addressKindOf, hasPrivateAddress } from '../../../lib/observe/address-kind.ts';
import { anAttempt } from '../../helpers/attempts.ts';

const open = '93.184.216.34';

describe('the kind of an address', () => {
  it.each([
    [open, null, null],
    [open, 'proxy', 'proxy'],
    [null, null, null],
    [null, 'proxy', 'proxy'],
    [null, 'shared', 'shared'],
    ['10.10.34.35', null, 'private'],
    ['127.0.0.1', 'proxy', 'private'],
    ['198.18.0.7', null, 'private'],
    ['::1', null, 'private'],
    ['2a02:6b8::1', null, null],
    ['95.167.13.50', null, 'stub-rostelecom'],
    ['5.3.3.17', null, 'stub-er-telecom'],
  ])('of %s, where the browser said %s, is %s', (remoteIp, remoteIpKind, expected) => {
    expect(addressKindOf(anAttempt({ remoteIp, remoteIpKind }))).toBe(expected);
  });

  it.each([
    ['10.10.34.35', null, true],
    [null, 'private', true],
    [null, 'proxy', false],
    [null, null, false],
    [open, null, false],
    ['95.167.13.50', null, false],
  ])('of %s, recorded as %s, is private: %s', (remoteIp, remoteIpKind, expected) => {
    expect(hasPrivateAddress(anAttempt({ remoteIp, remoteIpKind }))).toBe(expected);
  });
});
