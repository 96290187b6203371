/** Whether a browser's raw code says that a proxy failed, and not what lies behind it. */
export function isProxyFailure(code: string | null): boolean {
  return /_(PROXY|SOCKS|TUNNEL)_/.test(code ?? '');
}
