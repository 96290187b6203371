export type BuildName = 'chromium' | 'research' | 'firefox' | 'firefox-research';

export const builds: Record<BuildName, { folder: string; options: string[] }>;

/** Builds the extension where the output is stale. Answers the folder of the unpacked one. */
export function ensureBuild(name: BuildName, options?: { force?: boolean }): Promise<string>;
export function runWxt(wxtArguments: readonly string[]): Promise<void>;
/** Finds a browser for the extension or installs one. Answers its path. */
export function ensureChromium(): Promise<string>;
/** Finds a Firefox for the extension or installs one. Answers its path. */
export function ensureFirefox(): Promise<string>;
/** The environment for child processes: our tools first, and a HOME. */
export function childEnvironment(): Record<string, string>;
/** The folder of the repository. */
export const root: string;
/** Prints one line for a SetupError, a stack for anything else; sets the exit status. */
export function reportFailure(error: unknown): void;
/** Something that a command needs and cannot get: what, why and what to type. */
export class SetupError extends Error {}
/** Writes a line to stderr. */
export function say(text: string): void;
