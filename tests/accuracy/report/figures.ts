/** As `12,345`; empty for zero, so that other numbers stand out. */
export function whole(count: number): string {
  return count === 0 ? '' : count.toLocaleString('en');
}

export function share(part: number, of: number): string {
  return of === 0 ? '' : (part / of).toFixed(2);
}
