const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The length of a fingerprint, in characters. */
export const fingerprintLength = 5;

/** Stands for a sentence in a table of thousands; what differs between versions of the sentence is left aside. */
export function fingerprintOf(sentence: string): string {
  // FNV-1a, of which 30 bits are kept.
  let hash = 0x811c9dc5;
  for (const character of plain(sentence)) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return Array.from(
    { length: fingerprintLength },
    (_, index) => digits[(hash >>> (index * 6 + 2)) & 63],
  ).join('');
}

/** Versions differ in apostrophes and full stops. */
function plain(sentence: string): string {
  return sentence
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/\s+/g, ' ')
    .replace(/\.?\s*$/, '');
}
