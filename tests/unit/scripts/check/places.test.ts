import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stampFileOf } from '../../../../scripts/browser/chromium-profile.ts';
import { prepareFirefoxProfile } from '../../../../scripts/browser/firefox-profile.ts';
import { problemOfOutput, problemOfProfile } from '../../../../scripts/check/places.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'dozvon-places-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('problemOfOutput', () => {
  it('leaves an existing file unchanged, and no temporary file', () => {
    const file = path.join(folder, 'result.json');
    writeFileSync(file, 'old');

    expect(problemOfOutput(file)).toBeNull();
    expect(problemOfOutput(path.join(folder, 'new.json'))).toBeNull();
    expect(readFileSync(file, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['result.json']);
  });

  it('is not held up by what a killed command of the same process number has left', () => {
    const file = path.join(folder, 'result.json');
    writeFileSync(path.join(folder, `.result.json.${process.pid}.tmp`), 'half');

    expect(problemOfOutput(file)).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('rejects a folder, and a file in a missing folder', () => {
    expect(problemOfOutput(folder)).toMatch(
      /^--output: found ".*", which cannot be written \(it is a folder\)/,
    );
    expect(problemOfOutput(path.join(folder, 'no', 'x'))).toMatch(
      /no such file or directory\); allowed/,
    );
  });
});

describe('problemOfOutput, of a link', () => {
  it.each(['to a file', 'to nothing'])('rejects one %s', (to) => {
    const file = path.join(folder, 'file');
    const link = path.join(folder, 'link');
    if (to === 'to a file') writeFileSync(file, 'theirs');
    symlinkSync(file, link);

    expect(problemOfOutput(link)).toMatch(/\(it is a symbolic link\)/);
  });

  it('accepts one to a device, which is not replaced', () => {
    const link = path.join(folder, 'link');
    symlinkSync('/dev/null', link);

    expect(problemOfOutput(link)).toBeNull();
  });
});

describe('problemOfProfile', () => {
  it('creates a folder, but only in an existing one', () => {
    expect(problemOfProfile(path.join(folder, 'profile'))).toBeNull();
    expect(existsSync(path.join(folder, 'profile'))).toBe(true);
    expect(problemOfProfile(path.join(folder, 'a', 'b'))).toMatch(/^--profile: found ".*b", which/);
  });

  it('creates one that nobody else on this computer may read, as it will hold the history', () => {
    const profile = path.join(folder, 'profile');

    problemOfProfile(profile);

    expect(statSync(profile).mode & 0o777).toBe(0o700);
  });

  it('rejects a file', () => {
    const file = path.join(folder, 'file');
    writeFileSync(file, '');

    expect(problemOfProfile(file)).toMatch(/cannot be used \(not a directory\); allowed: a folder/);
  });

  it.each(['places.sqlite', 'prefs.js', 'user.js'])(
    'rejects a Firefox profile that somebody uses or has set up, and leaves it as it is: %s',
    (made) => {
      writeFileSync(path.join(folder, made), 'user_pref("a.b", 1);');

      expect(problemOfProfile(folder)).toMatch(/somebody uses, .*; allowed: a new folder/);
      expect(readdirSync(folder)).toEqual([made]);
    },
  );

  it.each(['Default', 'Last Version', 'Preferences'])(
    'rejects a Chromium profile that somebody uses, and leaves it as it is: %s',
    (made) => {
      writeFileSync(path.join(folder, made), '');

      expect(problemOfProfile(folder)).toMatch(
        /a Chromium profile that somebody uses, .*; allowed: a new folder/,
      );
      expect(readdirSync(folder)).toEqual([made]);
    },
  );

  it('accepts one folder of earlier checks in both browsers', () => {
    prepareFirefoxProfile(folder, 'dozvon@dozvon.invalid');
    writeFileSync(path.join(folder, 'prefs.js'), 'user_pref("a.b", 1);');
    writeFileSync(stampFileOf(folder), 'a hash');
    writeFileSync(path.join(folder, 'Last Version'), '');

    expect(problemOfProfile(folder)).toBeNull();
  });

  it('accepts the Chromium profile of an earlier check, and one that was only prepared', () => {
    writeFileSync(path.join(folder, 'Local State'), '{}');
    expect(problemOfProfile(folder)).toBeNull();

    writeFileSync(stampFileOf(folder), 'a hash');
    writeFileSync(path.join(folder, 'Last Version'), '');
    expect(problemOfProfile(folder)).toBeNull();
  });

  it('accepts the Firefox profile of an earlier check, and one that was only prepared', () => {
    prepareFirefoxProfile(folder, 'dozvon@dozvon.invalid');
    expect(problemOfProfile(folder)).toBeNull();

    writeFileSync(path.join(folder, 'prefs.js'), 'user_pref("a.b", 1);');
    writeFileSync(path.join(folder, 'places.sqlite'), '');
    expect(problemOfProfile(folder)).toBeNull();
  });
});
