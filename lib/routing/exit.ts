import type { EchoAnswer, ExitNetwork, Tunnel } from './observation.ts';

/** What the foreign echoes agree on. Null where they do not, or nobody tells. */
export interface Exit {
  country: string | null;
  asn: number | null;
  network: ExitNetwork | null;
  tunnel: Tunnel | null;
}

/** Fewer services that tell a country prove none. */
const answersNeeded = 2;
/** One that contradicts needs so many against it. */
const majorityNeeded = 3;

export function exitOf(echoes: readonly EchoAnswer[]): Exit {
  const foreign = echoes.filter(({ group }) => group === 'foreign');
  return {
    country: agreed(foreign.flatMap(({ country }) => country ?? [])),
    asn: unanimous(foreign.flatMap(({ asn }) => asn ?? [])),
    network: agreedNetwork(foreign.flatMap(({ network }) => network ?? [])),
    tunnel: unanimous(foreign.flatMap(({ tunnel }) => tunnel ?? [])),
  };
}

/** Services name different countries, and no one of them stands alone. */
export function countriesDisagree(echoes: readonly EchoAnswer[]): boolean {
  const told = echoes.flatMap(({ country }) => country ?? []);
  return new Set(told).size > 1 && agreed(told) === null;
}

/** Each family of addresses has one country, and these differ. */
export function familiesDiffer(echoes: readonly EchoAnswer[]): boolean {
  const [four, six] = ([4, 6] as const).map((wanted) =>
    unanimous(echoes.flatMap(({ family, country }) => (family === wanted ? (country ?? []) : []))),
  );
  return four !== null && six !== null && four !== six;
}

/**
 * Whether domestic services see the address that foreign ones see. Null where they cannot be compared:
 * IPv4 with IPv6, or with a pool of exits that changes from one request to the next.
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

function agreed(told: readonly string[]): string | null {
  const [first, ...others] = [...new Set(told)]
    .map((country) => ({
      country,
      count: told.filter((one) => one === country).length,
    }))
    .toSorted((left, right) => right.count - left.count);
  if (first === undefined) return null;
  const against = others.reduce((total, { count }) => total + count, 0);
  if (against === 0) return first.count >= answersNeeded ? first.country : null;
  return first.count >= majorityNeeded && against === 1 ? first.country : null;
}

function unanimous<Value>(told: readonly Value[]): Value | null {
  const [first, ...others] = new Set(told);
  return first === undefined || others.length > 0 ? null : first;
}

/** One service that knows a data centre outweighs those that do not. */
function agreedNetwork(told: readonly ExitNetwork[]): ExitNetwork | null {
  return (['relay', 'hosting', 'access'] as const).find((kind) => told.includes(kind)) ?? null;
}
