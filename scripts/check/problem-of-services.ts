/**
 * Why a check cannot be made of these services; null where it can.
 * @param wanted ids; null for those that are on by default
 * @param known ids of the catalogue in use
 */
export function problemOfServices(
  wanted: readonly string[] | null,
  known: readonly string[],
): string | null {
  const unknown = wanted?.find((id) => !known.includes(id));
  if (unknown === undefined) return null;
  return `--services: found ${JSON.stringify(unknown)}; allowed, separated by commas: ${known.join(', ')}`;
}
