import { connectionOf } from '../../connection.ts';

/** What a browser reports where it has no network, or does not know of which type it is. */
const noTypes: readonly string[] = ['none', 'unknown'];

/** Calls back when the browser notices a network of another type, or that the link is back. */
export function onNetworkChange(listener: () => void): void {
  self.addEventListener('online', listener);
  const connection = connectionOf(navigator);
  let last = knownType(connection);
  let wasOnline = isOnline();
  // It tells of estimates too, which our own requests move. In Chromium's service workers it alone tells that the link is
  // back: `online` is fired in documents (tried in Chromium 156).
  connection?.addEventListener('change', () => {
    const type = knownType(connection);
    const isOther = last !== null && type !== null && type !== last;
    const isBack = !wasOnline && isOnline();
    last = type ?? last;
    wasOnline = isOnline();
    if (isOther || isBack) listener();
  });
}

function knownType(connection: ReturnType<typeof connectionOf>): string | null {
  const type = connection?.type;
  return type === undefined || noTypes.includes(type) ? null : type;
}

/** False is reliable; true only means that there is some link. */
export function isOnline(): boolean {
  return navigator.onLine;
}
