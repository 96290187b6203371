interface Response {
  url: string;
  statusCode: number;
  /** Omitted unless the listener asked for them. */
  responseHeaders?: { name: string; value?: string | undefined }[] | undefined;
}

/** The absolute URL that a response redirects to by its headers; null if there is none. */
export function redirectTarget({ url, statusCode, responseHeaders }: Response): string | null {
  if (statusCode < 300 || statusCode > 399) return null;
  const header = responseHeaders?.find(({ name }) => name.toLowerCase() === 'location');
  return header?.value === undefined ? null : (URL.parse(header.value, url)?.href ?? null);
}
