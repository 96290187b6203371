/** Offers text to the person as a file, without asking for the downloads permission. */
export function saveFile(name: string, parts: string[], type: string): void {
  const url = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the file after the click, so the URL must live longer.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
