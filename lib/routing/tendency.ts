/** What at least two are alike in, and three times as many as the others; else null. */
export function tendencyOf(open: readonly boolean[]): boolean | null {
  const yes = open.filter(Boolean).length;
  const no = open.length - yes;
  if (yes >= 2 && yes >= 3 * no) return true;
  return no >= 2 && no >= 3 * yes ? false : null;
}
