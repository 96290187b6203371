/** A text without the marks that keep what is put into a sentence from right to left in its own order. */
export function withoutIsolates(text: string): string {
  return text.replaceAll(/[\u2066-\u2069]/g, '');
}
