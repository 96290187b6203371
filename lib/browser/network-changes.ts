interface ConnectionInformation extends EventTarget {
  readonly type?: string;
}

/** Calls back when the browser notices another network, or the loss or return of the link. */
export function onNetworkChange(listener: () => void): void {
  self.addEventListener('online', listener);
  const { connection } = navigator as Navigator & { connection?: ConnectionInformation };
  connection?.addEventListener('change', listener);
}

/** False is to be believed; true only means that there is some link. */
export function isOnline(): boolean {
  return navigator.onLine;
}
