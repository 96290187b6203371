interface Answer {
  url: string;
  statusCode: number;
  /** Left out where the browser was not asked for them. */
  responseHeaders?: { name: string; value?: string | undefined }[] | undefined;
}

/** Where an answer sends on to by its headers. Null where they do not tell. */
export function redirectTarget({ url, statusCode, responseHeaders }: Answer): string | null {
  if (statusCode < 300 || statusCode > 399) return null;
  const header = responseHeaders?.find(({ name }) => name.toLowerCase() === 'location');
  return header?.value === undefined ? null : (URL.parse(header.value, url)?.href ?? null);
}
