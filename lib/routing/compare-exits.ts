/** Salted hashes of an exit. Salt and hashes live no longer than the browser's session. */
export interface RememberedExit {
  salt: string;
  country: string | null;
  network: string | null;
}

export interface ReportedExit {
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  asn: number | null;
}

/**
 * Whether traffic leaves from another country or network than before; null where nothing can be compared. A field that
 * either exit lacks is not compared, and is remembered from before where the other did not change. Addresses are ignored:
 * they change on an unchanged route.
 */
export async function compareExits(
  before: RememberedExit | null,
  { country, asn }: ReportedExit,
  newSalt: () => string,
): Promise<{ changed: boolean | null; remembered: RememberedExit }> {
  const salt = before?.salt ?? newSalt();
  const seen = {
    salt,
    country: country === null ? null : await hash(`${salt} ${country}`),
    network: asn === null ? null : await hash(`${salt} ${asn}`),
  };
  if (before === null) return { changed: null, remembered: seen };
  const compared = fields.filter((field) => before[field] !== null && seen[field] !== null);
  const changed = compared.some((field) => before[field] !== seen[field]);
  return {
    changed: compared.length === 0 ? null : changed,
    remembered: changed ? seen : withoutGaps(seen, before),
  };
}

const fields = ['country', 'network'] as const;

function withoutGaps(seen: RememberedExit, before: RememberedExit): RememberedExit {
  return {
    ...seen,
    country: seen.country ?? before.country,
    network: seen.network ?? before.network,
  };
}

async function hash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
