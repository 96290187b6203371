import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { prepareFirefoxProfile } from '../../../../scripts/browser/firefox-profile.ts';

const id = 'dozvon@dozvon.invalid';
const addresses = 'extensions.webextensions.uuids';

let folder: string;
const userFile = () => path.join(folder, 'user.js');
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'dozvon-profile-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What a `user.js` or `prefs.js` sets, read as Firefox reads it. */
function settingsIn(text: string): Map<string, unknown> {
  const lines = text.matchAll(/^user_pref\((".*?"), (.*)\);$/gm);
  return new Map(
    [...lines].map(([, name = '', value = '']) => [JSON.parse(name), JSON.parse(value)]),
  );
}

describe('the profile of a check', () => {
  it('silences Firefox, and sets the address of the extension', () => {
    const host = prepareFirefoxProfile(folder, id);

    const settings = settingsIn(readFileSync(userFile(), 'utf8'));
    expect(settings.get('toolkit.telemetry.enabled')).toBe(false);
    expect(settings.get('network.captive-portal-service.enabled')).toBe(false);
    expect(JSON.parse(String(settings.get(addresses)))).toEqual({ [id]: host });
    expect(host).toMatch(/^[\da-f-]{36}$/);
  });

  it('keeps the address that the extension had, and those of others', () => {
    const before = { [id]: 'ours', 'other@example.com': 'theirs' };
    writeFileSync(
      path.join(folder, 'prefs.js'),
      `user_pref("a.b", 1);\nuser_pref("${addresses}", ${JSON.stringify(JSON.stringify(before))});\n`,
    );

    const host = prepareFirefoxProfile(folder, id);

    const settings = settingsIn(readFileSync(userFile(), 'utf8'));
    expect(host).toBe('ours');
    expect(JSON.parse(String(settings.get(addresses)))).toEqual(before);
  });

  it('drops the old addresses if they cannot be read', () => {
    writeFileSync(path.join(folder, 'prefs.js'), `user_pref("${addresses}", "{broken");\n`);

    expect(prepareFirefoxProfile(folder, id)).toMatch(/^[\da-f-]{36}$/);
  });

  it('keeps what others wrote into the settings, however often it is prepared', () => {
    writeFileSync(userFile(), 'user_pref("mine", "kept");\n');

    prepareFirefoxProfile(folder, id);
    const first = readFileSync(userFile(), 'utf8');
    writeFileSync(userFile(), `${first}user_pref("later", 1);\n`);
    prepareFirefoxProfile(folder, id);

    const text = readFileSync(userFile(), 'utf8');
    const settings = settingsIn(text);
    expect(settings.get('mine')).toBe('kept');
    expect(settings.get('later')).toBe(1);
    expect(text.match(/toolkit\.telemetry\.enabled/g)).toHaveLength(1);
  });
});
