/** Offers a file to the person, without asking for the downloads permission. */
export function saveFile(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the file after the click, so the URL must live longer.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
