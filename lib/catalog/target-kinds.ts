import type { SocketTarget, Target, TransferTarget } from './schema.ts';

/** A target, a transfer control, or the recorded result of either. */
interface Kinded {
  kind: string;
}

/** Whether a target measures the transfer of bytes rather than an answer. */
export function isTransfer(target: Target): target is TransferTarget {
  return target.kind === 'download' || target.kind === 'upload';
}

export function isUpload({ kind }: Kinded): boolean {
  return kind === 'upload';
}

export function isDownload({ kind }: Kinded): boolean {
  return kind === 'download';
}

export function isSocket(target: Target): target is SocketTarget {
  return target.kind === 'websocket';
}

/** Whether a target is probed without TLS, so that anyone on the path can answer in its place. */
export function isPlain({ kind }: Kinded): boolean {
  return kind === 'http';
}

/** Whether a target is one request and one answer over TLS. */
export function isHttps({ kind }: Kinded): boolean {
  return kind === 'https';
}

/** Whether a target tests little more than the TLS handshake with its host. */
export function isHandshake({ kind }: Kinded): boolean {
  return kind === 'https' || kind === 'websocket';
}

/** Whether the service uses a certificate authority of its own, which browsers do not trust. */
export function hasOwnAuthority(target: Target): boolean {
  return target.kind === 'https' && target.rule === 'cert_authority_error_or_http';
}

/** Whether the server of a WebSocket sends the first frame. */
export function expectsFirstFrame({ rule }: SocketTarget): boolean {
  return rule === 'ws_first_frame';
}

/** The HTTP method of a target's request; a WebSocket's handshake is a GET (RFC 6455). */
export function methodOf(target: Target): 'HEAD' | 'GET' | 'POST' {
  switch (target.kind) {
    case 'https':
    case 'http':
      return target.method;
    case 'download':
    case 'websocket':
      return 'GET';
    case 'upload':
      return 'POST';
    default:
      return target satisfies never;
  }
}
