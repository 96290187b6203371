import type { ExtensionPage } from './extension-page.ts';

export interface RunOptions {
  executablePath: string;
  /** Folder of the unpacked extension. */
  extension: string;
  /** Folder of the browser's profile. */
  profile: string;
  /** The profile was used before, or will be again. */
  keepsProfile: boolean;
}

/** A browser without a window and with the extension in it. */
export interface RunningBrowser {
  /** Rejects where the browser or the extension does not start. */
  page: Promise<ExtensionPage>;
  /** Ends the browser, also one that is still starting. Never rejects. */
  close(): Promise<void>;
}
