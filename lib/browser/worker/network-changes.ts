interface ConnectionInformation extends EventTarget {
  readonly type?: string;
  readonly saveData?: boolean;
}

/** Calls back when the browser notices another network, or the loss or return of the link. */
export function onNetworkChange(listener: () => void): void {
  self.addEventListener('online', listener);
  connectionOf(navigator)?.addEventListener('change', listener);
}

/** False is to be believed; true only means that there is some link. */
export function isOnline(): boolean {
  return navigator.onLine;
}

/** Whether the person asked the browser to save data. */
export function savesData(): boolean {
  return connectionOf(navigator)?.saveData === true;
}

function connectionOf(of: Navigator): ConnectionInformation | undefined {
  return (of as Navigator & { connection?: ConnectionInformation }).connection;
}
