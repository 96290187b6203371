/** The value of at least two, and of three times as many as have the other; null without such a majority. */
export function clearMajority(open: readonly boolean[]): boolean | null {
  const yes = open.filter(Boolean).length;
  const no = open.length - yes;
  if (yes >= 2 && yes >= 3 * no) return true;
  return no >= 2 && no >= 3 * yes ? false : null;
}
