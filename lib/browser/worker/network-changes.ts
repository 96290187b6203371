interface ConnectionInformation extends EventTarget {
  readonly type?: string;
  readonly saveData?: boolean;
}

/** Calls back when the browser notices another network, or that the link is lost or back. */
export function onNetworkChange(listener: () => void): void {
  self.addEventListener('online', listener);
  connectionOf(navigator)?.addEventListener('change', listener);
}

/** False is reliable; true only means that there is some link. */
export function isOnline(): boolean {
  return navigator.onLine;
}

/** Whether the person asked the browser to save data. */
export function savesData(): boolean {
  return connectionOf(navigator)?.saveData === true;
}

/** Only Chromium provides it. */
function connectionOf(source: Navigator): ConnectionInformation | undefined {
  return (source as Navigator & { connection?: ConnectionInformation }).connection;
}
