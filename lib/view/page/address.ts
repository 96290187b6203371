/** A page of the dashboard, as the part of its address after `#` names it. */
export type Address =
  | { page: PlainPage }
  | { page: 'service'; id: string }
  | { page: 'round'; id: string }
  | { page: 'unknown' };

/** Pages without a subject of their own. */
export const plainPages = [
  'overview',
  'timeline',
  'settings',
  'share',
  'export',
  'backup',
  'about',
] as const;

type PlainPage = (typeof plainPages)[number];

/** @param hash as `location.hash` has it */
export function addressOf(hash: string): Address {
  const [name = '', id, ...more] = hash.replace(/^#/, '').split('/').map(decoded);
  if (more.length > 0) return { page: 'unknown' };
  if (name === '' && id === undefined) return { page: 'overview' };
  if (id === undefined) {
    const plain = plainPages.find((page) => page === name);
    return { page: plain ?? 'unknown' };
  }
  const isSubject = (name === 'service' || name === 'round') && id !== '';
  return isSubject ? { page: name, id } : { page: 'unknown' };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function serviceHref(id: string): string {
  return `#service/${encodeURIComponent(id)}`;
}

export function roundHref(id: string): string {
  return `#round/${encodeURIComponent(id)}`;
}
