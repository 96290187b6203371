import type { EchoAnswer, ExitNetwork, Tunnel } from './observation.ts';

/** What the foreign echoes agree on. Null where they disagree, as address families may, or report nothing. */
export interface Exit {
  country: string | null;
  asn: number | null;
  network: ExitNetwork | null;
  tunnel: Tunnel | null;
}

/** Fewer echoes that report a country prove none. */
const answersNeeded = 2;
/** Echoes needed to outvote a single one that contradicts them. */
const majorityNeeded = 3;

export function exitOf(echoes: readonly EchoAnswer[]): Exit {
  const foreign = echoes.filter(({ group }) => group === 'foreign');
  return {
    country: familiesDiffer(foreign)
      ? null
      : agreed(foreign.flatMap(({ country }) => country ?? [])),
    asn: unanimous(foreign.flatMap(({ asn }) => asn ?? [])),
    network: agreedNetwork(foreign.flatMap(({ network }) => network ?? [])),
    tunnel: agreedTunnel(foreign.flatMap(({ tunnel }) => tunnel ?? [])),
  };
}

/** Echoes report different countries, and none of them has a majority. */
export function countriesDisagree(echoes: readonly EchoAnswer[]): boolean {
  const countries = echoes.flatMap(({ country }) => country ?? []);
  return new Set(countries).size > 1 && agreed(countries) === null;
}

/** IPv4 and IPv6 each leave from one country, and the two differ. */
export function familiesDiffer(echoes: readonly EchoAnswer[]): boolean {
  const [four, six] = ([4, 6] as const).map((wanted) =>
    unanimous(echoes.flatMap(({ family, country }) => (family === wanted ? (country ?? []) : []))),
  );
  return four !== null && six !== null && four !== six;
}

/**
 * Whether domestic echoes see the same address as foreign ones. Null where the two are not comparable: IPv4
 * against IPv6, or a pool of exits that changes from request to request.
 */
export function domesticExit(echoes: readonly EchoAnswer[]): 'same' | 'other' | null {
  const foreign = echoes.filter(({ group }) => group === 'foreign');
  const domestic = echoes.filter(({ group }) => group === 'domestic');
  const comparable = domestic.filter((one) => foreign.some(({ family }) => family === one.family));
  if (comparable.length === 0) return null;
  if (comparable.some(({ exit }) => foreign.some((one) => one.exit === exit))) return 'same';
  const steady = comparable.every(
    ({ family }) =>
      new Set(foreign.filter((one) => one.family === family).map(({ exit }) => exit)).size === 1,
  );
  return steady ? 'other' : null;
}

function agreed(countries: readonly string[]): string | null {
  const [first, ...others] = [...new Set(countries)]
    .map((country) => ({
      country,
      count: countries.filter((one) => one === country).length,
    }))
    .toSorted((left, right) => right.count - left.count);
  if (first === undefined) return null;
  const against = others.reduce((total, { count }) => total + count, 0);
  if (against === 0) return first.count >= answersNeeded ? first.country : null;
  return first.count >= majorityNeeded && against === 1 ? first.country : null;
}

function unanimous<Value>(values: readonly Value[]): Value | null {
  const [first, ...others] = new Set(values);
  return first === undefined || others.length > 0 ? null : first;
}

/** Of Tor one request may leave by an exit that is not listed yet. */
function agreedTunnel(tunnels: readonly Tunnel[]): Tunnel | null {
  return tunnels.includes('tor') ? 'tor' : unanimous(tunnels);
}

/** One echo that recognises a data centre outweighs those that do not. */
function agreedNetwork(networks: readonly ExitNetwork[]): ExitNetwork | null {
  return (['relay', 'hosting', 'access'] as const).find((kind) => networks.includes(kind)) ?? null;
}
