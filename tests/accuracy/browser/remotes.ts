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
    const all = addressesOf(host);
    // As browsers do where a line has both families.
    const ipv6 = all.filter((address) => address.includes(':'));
    const [first = host, ...others] = ipv6.length > 0 ? ipv6 : all;
    const remote = others.length === 0 ? first : random.pick([first, ...others]);
    remotes.set(host, remote);
    return remote;
  };
}
