/**
 * Takes what `import.meta.glob` found in the folders of `locales`, by path. Each folder is named after its
 * language; a test looks that every language has all of its files.
 */
export function byLanguage<Texts>(files: Record<string, Texts>): Record<string, Texts> {
  const entries = Object.entries(files).map(([file, texts]) => [file.split('/').at(-2), texts]);
  return Object.fromEntries(entries) as Record<string, Texts>;
}
