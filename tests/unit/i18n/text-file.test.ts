import { expect, it, vi } from 'vitest';
import { createTextFile } from '../../../lib/i18n/text-file.ts';

/** A file as a build has it: its texts in the order of their ids, which are asked for apart. */
function builtFile() {
  const ids = vi.fn(async () => ({ '../locales/en/pages.ts': ['yes', 'no'] as const }));
  const texts = { '../locales/ru/pages.ts': async () => ['Да', 'Нет'] };
  return { ids, file: createTextFile<'yes' | 'no'>({ texts, ids }) };
}

it('puts ids to the texts of a build', async () => {
  const { file } = builtFile();

  await file.load('ru');

  expect(file.of('ru')).toEqual({ yes: ['Да'], no: ['Нет'] });
});

it('asks for no ids where it takes what it gave another time', async () => {
  const { file, ids } = builtFile();

  file.take('ru', { yes: 'Да', no: 'Нет' });
  await file.load('ru');

  expect(file.of('ru')).toEqual({ yes: 'Да', no: 'Нет' });
  expect(ids).not.toHaveBeenCalled();
});
