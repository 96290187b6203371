import { unzipSync } from 'fflate';

/** A file beside the packages that a commit builds. */
export interface Comparison {
  /** The package that it is, byte for byte; null where it is none. */
  is: string | null;
  /** The package that it is most alike; null where it is no archive. */
  like: string | null;
  /** In what it differs from that one; empty where only the packing does. */
  differs: string[];
}

export function compare(found: Uint8Array, packages: ReadonlyMap<string, Uint8Array>): Comparison {
  const same = [...packages].find(([, built]) => Buffer.compare(found, built) === 0);
  if (same !== undefined) return { is: same[0], like: same[0], differs: [] };
  const files = filesOf(found);
  if (files === null) return { is: null, like: null, differs: [] };
  const all = [...packages].flatMap(([like, built]) => {
    const wanted = filesOf(built);
    return wanted === null ? [] : { is: null, like, differs: differences(files, wanted) };
  });
  const [nearest] = all.toSorted((a, b) => a.differs.length - b.differs.length);
  return nearest ?? { is: null, like: null, differs: [] };
}

type Files = Record<string, Uint8Array>;

function filesOf(archive: Uint8Array): Files | null {
  try {
    return unzipSync(archive);
  } catch {
    return null;
  }
}

function differences(found: Files, built: Files): string[] {
  const names = [...new Set([...Object.keys(found), ...Object.keys(built)])];
  return names.toSorted().flatMap((name) => {
    if (isFolder(name)) return [];
    const [one, other] = [found[name], built[name]];
    if (one === undefined) return `${name} is missing`;
    if (other === undefined) return `${name} is added`;
    return Buffer.compare(one, other) === 0 ? [] : `${name} differs`;
  });
}

function isFolder(name: string): boolean {
  return name.endsWith('/');
}
