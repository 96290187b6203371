import { describe, expect, it } from 'vitest';
import { limitsHandshakes } from '../../../../lib/diagnose/evidence/handshake-limit.ts';

const versions = { version: '1.0.0', logic: '12', catalog: '1' };

describe('whether a browser gives up silent handshakes in time', () => {
  it.each([
    ['Chromium 156.0.0.0', true],
    ['Firefox 153.0', false],
  ])('%s: %s', (browser, expected) => {
    expect(limitsHandshakes({ ...versions, browser })).toBe(expected);
  });
});
