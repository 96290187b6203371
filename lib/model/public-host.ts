/** Names that are served in one household or organisation, or nowhere (RFC 6761, RFC 8375, RFC 9476). */
const localNames =
  /(^|\.)(alt|corp|example|home|home\.arpa|internal|intranet|invalid|lan|local|localdomain|localhost|onion|private|test)$/;

/** At least two labels, the last of which is no number; what is not ASCII is in punycode by now. */
const hostName = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]([a-z0-9-]*[a-z0-9])$/;

/** Servers of a protocol of their own, which reset every handshake of a browser. */
const withoutTls = /^(g|e\d+)\.whatsapp\.net$/;

/** Whether a host, as `URL` writes it, is a name that anybody may look up; no address is. */
export function isPublicName(host: string): boolean {
  return hostName.test(host) && !localNames.test(host);
}

/** Whether servers of this name answer browsers, as far as is known. */
export function answersBrowsers(host: string): boolean {
  return !withoutTls.test(host);
}
