import type { ExtensionPage } from './extension-page.ts';

export interface RunOptions {
  executablePath: string;
  /** Folder of the unpacked extension. */
  extension: string;
  /** Folder of the browser profile. */
  profile: string;
  /** Whether the profile is used more than once. */
  keepsProfile: boolean;
}

/** A headless browser with the extension loaded. */
export interface RunningBrowser {
  /** Rejects if the browser or the extension does not start. */
  page: Promise<ExtensionPage>;
  /** Closes the browser, even while it is starting. Never rejects. */
  close(): Promise<void>;
}
