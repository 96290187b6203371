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
    ['198.18.0.7', null, 'reserved'],
    ['198.19.255.255', 'proxy', 'reserved'],
    ['198.20.0.1', null, null],
    ['64:ff9b::198.18.0.7', null, 'reserved'],
    ['::1', null, 'private'],
    ['2a02:6b8::1', null, null],
    ['64:ff9b::5db8:d822', null, null],
    ['64:ff9b:1:7::5db8:d822', null, null],
    ['64:ff9b:1:5db8:d8:2200::', null, null],
    ['64:ff9b::10.10.34.35', null, 'private'],
    ['64:ff9b:1::10.10.34.35', null, 'private'],
    ['64:ff9b:1:a0a:22:2300::', null, 'private'],
    ['64:ff9b:2::5db8:d822', null, null],
    ['2002:5db8:d822::1', null, null],
    ['2002:a0a:2223::1', null, 'private'],
    ['2001:0:4136:e378:8000:63bf:a247:27dd', null, null],
    ['2001:0:4136:e378:8000:63bf:f5f5:dddc', null, 'private'],
    ['::ffff:93.184.216.34', null, null],
    ['::ffff:10.0.0.1', null, 'private'],
    ['fd00::1', null, 'private'],
    ['64:ff9b::95.167.13.50', null, 'stub-rostelecom'],
    ['95.167.13.50', null, 'stub-rostelecom'],
    ['5.3.3.17', null, 'stub-er-telecom'],
  ])('of %s, where the browser said %s, is %s', (remoteIp, remoteIpKind, expected) => {
    expect(addressKindOf(anAttempt({ remoteIp, remoteIpKind }))).toBe(expected);
  });

  it.each([
    ['10.10.34.35', null, true],
    [null, 'private', true],
    ['198.18.0.7', null, true],
    [null, 'reserved', true],
    [null, 'proxy', false],
    [null, null, false],
    [open, null, false],
    ['95.167.13.50', null, false],
  ])('of %s, recorded as %s, is private: %s', (remoteIp, remoteIpKind, expected) => {
    expect(hasPrivateAddress(anAttempt({ remoteIp, remoteIpKind }))).toBe(expected);
  });
});
