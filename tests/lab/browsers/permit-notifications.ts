import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Has Chromium answer its question about notifications with yes: it does not ask for what a person gave before, as a
 * new profile is told here. No remote control reaches the question itself.
 * @param build folder of the unpacked build, whose key makes its id
 */
export function permitNotifications(profile: string, build: string): void {
  const { key } = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8')) as { key: string };
  const given = { api: ['notifications'], explicit_host: [], manifest_permissions: [] };
  const settings = {
    [idOf(key)]: { runtime_granted_permissions: { ...given, scriptable_host: [] } },
  };
  mkdirSync(join(profile, 'Default'), { recursive: true });
  writeFileSync(
    join(profile, 'Default', 'Preferences'),
    JSON.stringify({ extensions: { settings } }),
  );
}

/** An extension's id: half a hash, its hexadecimal digits as the letters from a to p. */
function idOf(key: string): string {
  const hash = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex');
  return hash
    .slice(0, 32)
    .replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}
