import { existsSync } from 'node:fs';
import path from 'node:path';

/** The file in which a check notes of which build a kept profile holds the worker. */
export function stampFileOf(profile: string): string {
  return path.join(profile, 'dozvon-worker');
}

/** Whether a check has used this folder as its profile of Chromium. */
export function isCheckedChromiumProfile(folder: string): boolean {
  return existsSync(stampFileOf(folder));
}

/**
 * Whether somebody uses Chromium with this folder, and no check has made it: either the folder of all profiles, or
 * one profile in it.
 */
export function isSomebodysChromiumProfile(folder: string): boolean {
  // Chromium makes one of them at its first start.
  const made = ['Default', 'Last Version', 'Preferences'];
  return (
    !isCheckedChromiumProfile(folder) && made.some((name) => existsSync(path.join(folder, name)))
  );
}
