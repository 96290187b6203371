export type BuildName = 'chromium' | 'research' | 'firefox' | 'firefox-research';

export const builds: Record<BuildName, { folder: string; options: string[] }>;

/** Builds the extension if the output is stale. Resolves with the folder of the unpacked build. */
export function ensureBuild(name: BuildName, options?: { force?: boolean }): Promise<string>;
export function runWxt(wxtArguments: readonly string[]): Promise<void>;
/** Finds or installs Chromium. Resolves with its path. */
export function ensureChromium(): Promise<string>;
/** Finds or installs Firefox. Resolves with its path. */
export function ensureFirefox(): Promise<string>;
/** Path of the newest program of a PostgreSQL server, as `initdb`; null if there is none. */
export function findPostgres(program: string): string | null;
/** The environment for child processes: our tools first in the PATH, and a valid HOME. */
export function childEnvironment(): Record<string, string>;
/** The folder of the repository. */
export const root: string;
/** Prints one line for a SetupError and a stack for any other error; sets the exit status. */
export function reportFailure(error: unknown): void;
/** A command lacks something: the message says what, why, and what to type. */
export class SetupError extends Error {}
/** Writes a line to stderr. */
export function say(text: string): void;
/** The folder of Uptime Kuma's package, once `--uptime-kuma` has installed it. */
export const uptimeKumaFolder: string;
