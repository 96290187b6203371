/**
 * Replaces what stands in a document between `<!-- wire: NAME -->` and `<!-- wire: end -->`.
 * @throws Error if the document has no such lines
 */
export function insertTable(document: string, name: string, table: string): string {
  const opening = `<!-- wire: ${name} -->`;
  const begin = document.indexOf(opening);
  const end = document.indexOf('<!-- wire: end -->', begin);
  if (begin < 0 || end < 0)
    throw new Error(`The file has no lines ${opening} and <!-- wire: end -->`);
  return `${document.slice(0, begin + opening.length)}\n\n${table}\n\n${document.slice(end)}`;
}
