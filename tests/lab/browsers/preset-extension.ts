import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Presets {
  /** Whether the browser answers its question about notifications with yes; no remote control reaches the question. */
  permitsNotifications?: boolean;
  /** Whether the icon is pinned. One that is not appears first, and its popup opens in step with the display's frames. */
  pinsIcon?: boolean;
}

/**
 * Tells a new profile of Chromium what a person set before.
 * @param build folder of the unpacked build, whose key makes its id
 */
export function presetExtension(profile: string, build: string, presets: Presets): void {
  const { key } = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8')) as { key: string };
  const id = idOf(key);
  const given = { api: ['notifications'], explicit_host: [], manifest_permissions: [] };
  const settings = { [id]: { runtime_granted_permissions: { ...given, scriptable_host: [] } } };
  const extensions = {
    ...(presets.permitsNotifications && { settings }),
    ...(presets.pinsIcon && { pinned_extensions: [id] }),
  };
  mkdirSync(join(profile, 'Default'), { recursive: true });
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify({ extensions }));
}

/** An extension's id: half a hash, its hexadecimal digits as the letters from a to p. */
function idOf(key: string): string {
  const hash = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex');
  return hash
    .slice(0, 32)
    .replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}
