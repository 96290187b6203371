import type { SocketTarget, Target, TransferTarget } from './schema.ts';
import type { Authority } from './target-schema.ts';

/** A target, a transfer control, or the recorded result of either. */
interface HasKind {
  kind: string;
}

/** Whether a target measures the transfer of bytes rather than an answer. */
export function isTransfer(target: Target): target is TransferTarget {
  return target.kind === 'download' || target.kind === 'upload';
}

export function isUpload({ kind }: HasKind): boolean {
  return kind === 'upload';
}

export function isDownload({ kind }: HasKind): boolean {
  return kind === 'download';
}

export function isSocket(target: Target): target is SocketTarget {
  return target.kind === 'websocket';
}

/** Whether a target is probed without TLS, so that anyone on the path can answer in its place. */
export function isPlain({ kind }: HasKind): boolean {
  return kind === 'http';
}

/** Whether a target is one request and one answer over TLS. */
export function isHttps({ kind }: HasKind): boolean {
  return kind === 'https';
}

/** Whether a target tests little more than the TLS handshake with its host. */
export function isHandshake({ kind }: HasKind): boolean {
  return kind === 'https' || kind === 'websocket';
}

/** The authority that browsers do not know and that may have signed a target's certificate; null if none. */
export function privateAuthorityOf(target: Target): Authority | null {
  return 'authority' in target ? (target.authority ?? null) : null;
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
