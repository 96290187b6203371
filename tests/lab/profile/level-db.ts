import { readVarint, unsnappy } from './snappy.ts';

const logBlock = 32_768;
const footerLength = 48;

/** The records of a LevelDB log (google/leveldb, doc/log_format.md), put together from their fragments. */
export function readLog(log: Buffer): Buffer[] {
  const records: Buffer[] = [];
  let fragments: Buffer[] = [];
  let at = 0;
  while (at + 7 <= log.length) {
    const leftInBlock = logBlock - (at % logBlock);
    if (leftInBlock < 7) {
      at += leftInBlock;
      continue;
    }
    const length = log.readUInt16LE(at + 4);
    const type = log[at + 6];
    if (type === undefined || type < 1 || type > 4) {
      at += leftInBlock;
      continue;
    }
    fragments.push(log.subarray(at + 7, at + 7 + length));
    // Full or last.
    if (type === 1 || type === 4) {
      records.push(Buffer.concat(fragments));
      fragments = [];
    }
    at += 7 + length;
  }
  return records;
}

/** The blocks of a LevelDB table (google/leveldb, doc/table_format.md), decompressed. */
export function readTable(table: Buffer): Buffer[] {
  if (table.length < footerLength) return [];
  const footer = table.length - footerLength;
  // After the handle of the block that names filters.
  const size = readVarint(table, readVarint(table, footer).next);
  const index = readBlock(table, size.next);
  return blockHandles(index).map((handle) => readBlock(handle, 0, table));
}

/** @param handle where the handle of the block begins */
function readBlock(bytes: Buffer, handle: number, table: Buffer = bytes): Buffer {
  const offset = readVarint(bytes, handle);
  const size = readVarint(bytes, offset.next);
  const block = table.subarray(offset.value, offset.value + size.value);
  const compression = table[offset.value + size.value];
  if (compression === 0) return block;
  if (compression === 1) return unsnappy(block);
  throw new RangeError(`Unknown compression ${compression}.`);
}

/** The values of an index block: each the handle of a block. */
function blockHandles(index: Buffer): Buffer[] {
  const restarts = index.readUInt32LE(index.length - 4);
  const end = index.length - 4 - 4 * restarts;
  const handles: Buffer[] = [];
  let at = 0;
  while (at < end) {
    const shared = readVarint(index, at);
    const rest = readVarint(index, shared.next);
    const length = readVarint(index, rest.next);
    const start = length.next + rest.value;
    handles.push(index.subarray(start, start + length.value));
    at = start + length.value;
  }
  return handles;
}
