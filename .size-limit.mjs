import { readSizeLimits } from './scripts/size/limits.ts';

export default readSizeLimits().map(({ name, files, gzip, limitBytes }) => ({
  name,
  path: files,
  gzip,
  brotli: false,
  limit: `${limitBytes} B`,
}));
