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
 * Whether traffic leaves from another country or network than before; null without an earlier exit. A field
 * that either exit lacks is not compared. Addresses are ignored: they change on an unchanged route.
 */
export async function compareExits(
  before: RememberedExit | null,
  { country, asn }: ReportedExit,
  newSalt: () => string,
): Promise<{ changed: boolean | null; remembered: RememberedExit }> {
  const salt = before?.salt ?? newSalt();
  const remembered = {
    salt,
    country: country === null ? null : await hash(`${salt} ${country}`),
    network: asn === null ? null : await hash(`${salt} ${asn}`),
  };
  const changed =
    before &&
    (differs(before.country, remembered.country) || differs(before.network, remembered.network));
  return { changed, remembered };
}

function differs(before: string | null, now: string | null): boolean {
  return before !== null && now !== null && before !== now;
}

async function hash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
