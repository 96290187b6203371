import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explainedIn, problemsOf } from '../../../../scripts/linter/warnings.ts';

const review = readFileSync('store/review.md', 'utf8');

const android = {
  code: 'KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION',
  message: 'Manifest key not supported',
};
const preact = {
  code: 'UNSAFE_VAR_ASSIGNMENT',
  message: 'Unsafe assignment to innerHTML',
  file: 'chunks/page.js',
};

describe('the warnings of Mozilla’s linter', () => {
  it('are two kinds that those who review are told of, one by its message', () => {
    expect(explainedIn(review)).toEqual([
      { code: android.code, message: null },
      { code: preact.code, message: preact.message },
    ]);
  });

  it('are no problem while they are those', () => {
    expect(problemsOf({ errors: [], warnings: [android, preact, preact] }, review)).toEqual([]);
  });

  it.each([
    { code: 'DANGEROUS_EVAL', message: 'The Function constructor is eval.' },
    { code: preact.code, message: 'Unsafe call to import', file: null },
  ])('are a problem if a third kind comes: $message', (third) => {
    expect(problemsOf({ errors: [], warnings: [android, preact, third] }, review)).toEqual([
      `not explained: ${third.code}, ${third.message}`,
    ]);
  });

  it('are a problem if what is explained is there no more', () => {
    expect(problemsOf({ errors: [], warnings: [android] }, review)).toEqual([
      `explained, and not there: ${preact.code}`,
    ]);
  });

  it('do not hide errors', () => {
    const error = { code: 'MANIFEST_PERMISSIONS', message: 'Unknown', file: 'manifest.json' };

    expect(problemsOf({ errors: [error], warnings: [android, preact] }, review)).toEqual([
      'error: MANIFEST_PERMISSIONS, Unknown (manifest.json)',
    ]);
  });
});
