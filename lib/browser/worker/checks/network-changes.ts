import { connectionOf } from '../../connection.ts';

/** Calls back when the browser notices another network, or that the link is lost or back. */
export function onNetworkChange(listener: () => void): void {
  self.addEventListener('online', listener);
  connectionOf(navigator)?.addEventListener('change', listener);
}

/** False is reliable; true only means that there is some link. */
export function isOnline(): boolean {
  return navigator.onLine;
}
