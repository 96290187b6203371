// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { render } from 'preact';
import { expect, it } from 'vitest';
import { Logo } from '../../../../components/page/Logo.tsx';

it('matches the icon', () => {
  const icon = new DOMParser().parseFromString(
    readFileSync('public/icon/icon.svg', 'utf8'),
    'image/svg+xml',
  );

  render(<Logo />, document.body);

  const drawn = document.querySelector('svg');
  expect(drawn?.getAttribute('viewBox')).toBe(icon.documentElement.getAttribute('viewBox'));
  expect(pathsOf(drawn)).toEqual(pathsOf(icon.documentElement));
});

function pathsOf(svg: Element | null): Record<string, string>[] {
  return [...(svg?.querySelectorAll('path') ?? [])].map((path) =>
    Object.fromEntries([...path.attributes].map(({ name, value }) => [name, value])),
  );
}
