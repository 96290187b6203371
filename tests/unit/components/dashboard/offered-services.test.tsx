// @vitest-environment happy-dom
import '../../../helpers/loaded-texts.ts';
import { render } from 'preact';
import { beforeEach, expect, it, vi } from 'vitest';
import { OfferedServices } from '../../../../components/dashboard/OfferedServices.tsx';
import { TextProvider } from '../../../../components/text/TextProvider.tsx';
import type { ServiceChoice } from '../../../../lib/settings/wanted-services.ts';
import { someSettings } from '../../../helpers/settings.ts';

const telegram: ServiceChoice = { id: 'telegram', name: 'Telegram', enabledByDefault: true };
const zoom: ServiceChoice = { id: 'zoom', name: 'Zoom', enabledByDefault: false };
const bale: ServiceChoice = {
  id: 'bale',
  name: 'Bale',
  enabledByDefault: false,
  permissions: ['https://web.bale.ai/*'],
  offered: true,
};

function show(services: ServiceChoice[], chosen: Record<string, boolean> = {}) {
  const onChange = vi.fn();
  render(
    <TextProvider language="en">
      <OfferedServices settings={someSettings({ services: chosen })} {...{ services, onChange }} />
    </TextProvider>,
    document.body,
  );
  return onChange;
}

const buttons = () => [...document.querySelectorAll('button')];

beforeEach(() => {
  render(null, document.body);
});

it.each([
  [0, true],
  [1, false],
])('offers what is usual at home; button %i answers %s', (index, isOn) => {
  const onChange = show([telegram, zoom, bale]);

  buttons()[index]?.click();

  expect(document.body.textContent).toContain('many also use: Bale.');
  expect(onChange).toHaveBeenCalledExactlyOnceWith({ services: { bale: isOn } });
});

it.each([
  ['nothing more is usual', [telegram, zoom], {}],
  ['the person said yes', [telegram, bale], { bale: true }],
  ['the person said no', [telegram, bale], { bale: false }],
])('offers nothing where %s', (_, services, chosen) => {
  show(services, chosen);

  expect(buttons()).toEqual([]);
});
