import { existsSync } from 'node:fs';
import path from 'node:path';

/** The file in which a check notes of which build a kept profile holds the worker. */
export function stampFileOf(profile: string): string {
  return path.join(profile, 'dozvon-worker');
}

/**
 * Whether somebody uses Chromium with this folder, and no check has made it: either the folder of all profiles, or
 * one profile in it.
 */
export function isSomebodysChromiumProfile(folder: string): boolean {
  // Chromium makes one of them at its first start.
  const made = ['Default', 'Last Version', 'Preferences'];
  return (
    !existsSync(stampFileOf(folder)) && made.some((name) => existsSync(path.join(folder, name)))
  );
}
