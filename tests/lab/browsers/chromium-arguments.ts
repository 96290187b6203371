/** Suppresses Chromium's own requests; the sandbox does not work as root. */
export const chromiumArguments: string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
