/** Characters that are not seen, or turn the text around them. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Whether all characters of a text show, each in its place. */
export function isVisible(text: string): boolean {
  return !hidden.test(text);
}
