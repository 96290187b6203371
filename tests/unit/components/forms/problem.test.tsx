// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, expect, it } from 'vitest';
import { Problem } from '../../../../components/forms/Problem.tsx';

beforeEach(() => {
  render(null, document.body);
});

const alert = () => document.querySelector('[role=alert]');

it('is there before anything is wrong, as a screen reader tells what changes alone', () => {
  render(<Problem id="what">{null}</Problem>, document.body);

  expect(alert()?.id).toBe('what');
  expect(alert()?.childNodes).toHaveLength(0);
});

it('shows what is wrong with a sign beside the words', () => {
  render(<Problem id="what">This cannot be used.</Problem>, document.body);

  expect(alert()?.textContent).toBe('This cannot be used.');
  expect(alert()?.querySelectorAll('.state-icon')).toHaveLength(1);
});
