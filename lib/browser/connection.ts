interface ConnectionInformation extends EventTarget {
  /** Only Chromium on phones and on ChromeOS reports it. */
  readonly type?: string;
  readonly saveData?: boolean;
}

/** Whether the person asked the browser to save data. */
export function savesData(): boolean {
  return connectionOf(navigator)?.saveData === true;
}

/** Whether the browser reports a mobile network; false where it does not say. */
export function isCellular(): boolean {
  return connectionOf(navigator)?.type === 'cellular';
}

/** What this browser reports at all of what a connection costs. */
export function reportedCosts(): { savesData: boolean; cellular: boolean } {
  const connection = connectionOf(navigator);
  return {
    savesData: typeof connection?.saveData === 'boolean',
    cellular: typeof connection?.type === 'string',
  };
}

/** Only Chromium provides it. */
export function connectionOf(source: Navigator): ConnectionInformation | undefined {
  return (source as Navigator & { connection?: ConnectionInformation }).connection;
}
