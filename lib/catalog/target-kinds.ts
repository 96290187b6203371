import type { SocketTarget, Target, TransferTarget } from './schema.ts';

/** A target, a control of transfers, or what a round recorded of either. */
interface Kinded {
  kind: string;
}

/** Whether a target is there for what it carries, and not for an answer. */
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

/** Whether a target is asked without TLS, so that anybody on the way may answer in its place. */
export function isPlain({ kind }: Kinded): boolean {
  return kind === 'http';
}

/** One request and one answer over TLS. */
export function isHttps({ kind }: Kinded): boolean {
  return kind === 'https';
}

/** Whether a target shows, by little more than a handshake, if TLS to its host gets through. */
export function isHandshake({ kind }: Kinded): boolean {
  return kind === 'https' || kind === 'websocket';
}

/** Whether an untrusted certificate is what the service is known to show. */
export function hasOwnAuthority(target: Target): boolean {
  return target.kind === 'https' && target.rule === 'cert_authority_error_or_http';
}

/** Whether the server of a WebSocket speaks first. */
export function speaksFirst({ rule }: SocketTarget): boolean {
  return rule === 'ws_first_frame';
}

/** The HTTP method that a target is asked by; a WebSocket's handshake is a GET (RFC 6455). */
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
