import '../../helpers/loaded-texts.ts';
import { expect, it } from 'vitest';
import { type DashboardId, dashboardText } from '../../../lib/i18n/dashboard-text.ts';
import { languages } from '../../../lib/i18n/languages.ts';
import { timelineText } from '../../../lib/i18n/timeline-text.ts';
import type { TimelineMessageId } from '../../../locales/en/timeline.ts';

/** Of a long history. */
const large = 23_456;
const counts = ['count', 'done', 'total', 'known', 'failures', 'tries', 'waiting'];
const values = {
  state: '',
  ...Object.fromEntries(counts.map((name) => [name, large])),
};
const withLarge: DashboardId[] = [
  'backup.checks.count',
  'backup.reading.progress',
  'backup.restoring.progress',
  'backup.saving.progress',
  'bars.counted',
  'export.progress',
  'filter.all',
  'filter.direct',
  'filter.split',
  'filter.unknown',
  'filter.vpn_likely',
  'times.failed',
  'upload.dropped',
  'upload.refused',
  'upload.sent',
];

it.each(languages)('large numbers are written as usual in %s', (language) => {
  const { t } = dashboardText(language);
  const usual = new Intl.NumberFormat(language).format(large);

  for (const id of withLarge) expect(t(id, values), id).toContain(usual);
  expect(withLarge.map((id) => t(id, values)).join()).not.toContain('23456');
});

it('numbers are in Persian digits in Persian', () => {
  const { t } = timelineText('fa');
  const ids: TimelineMessageId[] = ['note.how', 'note.empty', 'note.long', 'note.full'];

  expect(ids.map((id) => t(id, { count: 200, found: 201 })).join()).not.toMatch(/[0-9]/);
});

it.each([
  ['ru', '201 знак.', '202 знака.'],
  ['uk', '201 знак.', '202 знаки.'],
  ['be', '201 знак.', '202 знакі.'],
])('a note that is too long is counted in the cases of %s', (language, one, two) => {
  const { t } = timelineText(language);

  expect(t('note.long', { found: 201, count: 200 })).toContain(one);
  expect(t('note.long', { found: 202, count: 200 })).toContain(two);
});
