// @vitest-environment happy-dom
import '../../helpers/loaded-texts.ts';
import { globSync, readFileSync } from 'node:fs';
import { render } from 'preact';
import { expect, it } from 'vitest';
import { ServiceDetails } from '../../../components/current-state/ServiceDetails.tsx';
import { TextProvider } from '../../../components/text/TextProvider.tsx';
import { serviceRows } from '../../../lib/view/rows.ts';
import { popupState, popupStates } from '../../gallery/popup-states.ts';
import { noLook } from '../view/build-round.ts';

const sources = globSync('{components,entrypoints,lib/view}/**/*.{ts,tsx}')
  .toSorted()
  .map((file) => ({
    file,
    code: readFileSync(file, 'utf8'),
  }));

/** Files with an element of HTML, not a component, that has a tooltip, each with the tooltip. */
const tooltips = sources.flatMap(({ file, code }) =>
  [...code.matchAll(/<[a-z][\w-]*(?:\s(?:[^<>]|=>)*)?\stitle=\{?("[^"]*"|[^}]*)/g)].map(
    ([, title]) => [file, title],
  ),
);

it('nothing has a tooltip but exact times, and buttons that are named the same', () => {
  expect(tooltips).toEqual([
    [
      'components/current-state/CheckTimes.tsx',
      'isPointedAt ? exactTime(language, at) : undefined',
    ],
    ['components/settings/ServiceOrder.tsx', 'label'],
  ]);
  const order = sources.find(({ file }) => file.endsWith('ServiceOrder.tsx'));
  expect(order?.code).toContain('<button type="button" aria-label={label} title={label}');
});

it('no other part of a page waits for a pointer, but hours, whose words stand below, and bars, which are clicked', () => {
  const waiting = sources.filter(({ code }) => /<title>|\bon(?:Pointer|Mouse)[A-Z]/.test(code));

  expect(waiting.map(({ file }) => file)).toEqual([
    'components/current-state/CheckTimes.tsx',
    'components/current-state/DayStrip.tsx',
    'components/history/BarPlot.tsx',
  ]);
});

it('no style shows, by a pointer, what is hidden without', () => {
  const styles = globSync('{components,entrypoints}/**/*.css').map((file) =>
    readFileSync(file, 'utf8'),
  );
  const hovered = styles.flatMap((style) => [...style.matchAll(/:hover[^{]*\{([^}]*)\}/g)]);

  expect(hovered.length).toBeGreaterThan(3);
  for (const [, rules] of hovered)
    expect(rules).not.toMatch(/display|visibility|opacity|content:|height/);
});

it.each(Object.keys(popupStates) as (keyof typeof popupStates)[])(
  'what a role tells beyond its state is seen without a pointer: %s',
  (name) => {
    const { round, progress } = popupState(name);
    for (const row of serviceRows(round, progress, noLook)) {
      render(
        <TextProvider language="en">
          <ServiceDetails row={row} />
        </TextProvider>,
        document.body,
      );
      expect(document.querySelectorAll('[title]')).toHaveLength(0);
      for (const role of document.querySelectorAll('.roles li')) {
        expect(role.textContent).not.toMatch(/^(.+): \1:/);
        const hidden = role.querySelector('.visually-hidden')?.textContent ?? '';
        expect(hidden).toMatch(
          /^$|^: (?:gets through(?: in part)?|does not get through|blocked|down|unknown)$/,
        );
      }
    }
  },
);
