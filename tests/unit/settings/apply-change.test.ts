import { expect, it } from 'vitest';
import { applyChange } from '../../../lib/settings/apply-change.ts';
import { someSettings } from '../../helpers/settings.ts';

const catalog = ['one', 'two'].map((id) => ({ id, enabledByDefault: true }));

it('changes what is named, and keeps the rest', () => {
  const before = someSettings({ everyMinutes: 60, discreet: true });

  const after = applyChange(before, { everyMinutes: null }, catalog);

  expect(after).toEqual({ ...before, everyMinutes: null });
});

it('keeps the services that it does not name', () => {
  const before = someSettings({ services: { one: false } });

  const { services } = applyChange(before, { services: { two: true } }, catalog);

  expect(services).toEqual({ one: false, two: true });
});

it('leaves at least one service on', () => {
  const before = someSettings({ services: { one: false } });

  expect(() => applyChange(before, { services: { two: false } }, catalog)).toThrow(
    'services: found all off, allowed: at least one on',
  );
});
