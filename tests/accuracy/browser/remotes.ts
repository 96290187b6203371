import type { Random } from '../time/random.ts';
import type { CachedState } from './conversation.ts';

/** One of a name's addresses, the same as long as the browser keeps the answer or the connection. */
export type RemoteOf = (host: string, cached: CachedState) => string;

export function createRemotes(
  random: Random,
  addressesOf: (host: string) => readonly string[],
): RemoteOf {
  const remotes = new Map<string, string>();
  return (host, cached) => {
    const known = remotes.get(host);
    if (known !== undefined && (cached.name || cached.connection)) return known;
    const [first = host, ...others] = addressesOf(host);
    const remote = others.length === 0 ? first : random.pick([first, ...others]);
    remotes.set(host, remote);
    return remote;
  };
}
