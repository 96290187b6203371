import { describe, expect, it } from 'vitest';
import { wholeCatalog } from '../../../../lib/catalog/index.ts';
import { isTransfer } from '../../../../lib/catalog/target-kinds.ts';
import { transferBytes } from '../../../../lib/catalog/transfer-bytes.ts';
import { pageOf } from '../../../lab/world/pages.ts';

const { services, transferControls } = wholeCatalog;
const downloads = [
  ...services
    .flatMap(({ targets }) => targets.filter(isTransfer))
    .map(({ kind, urls }) => ({ kind, url: urls[0] ?? '' })),
  ...transferControls,
].filter(({ kind }) => kind === 'download');

describe('a page of the lab', () => {
  it.each(downloads)('is as large as a download from $url', ({ url }) => {
    const { host, pathname } = new URL(url);

    expect(pageOf(host, pathname).body?.length).toBeGreaterThanOrEqual(transferBytes);
  });
});
