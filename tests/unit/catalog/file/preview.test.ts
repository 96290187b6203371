import { expect, it } from 'vitest';
import { dataOfFile } from '../../../../lib/catalog/file/data.ts';
import { compareCatalogs } from '../../../../lib/catalog/file/preview.ts';
import { builtIn } from '../../../../lib/catalog/index.ts';
import { aService, aTarget } from '../../../helpers/catalog.ts';
import { aCatalogFile } from '../../../helpers/catalog-file.ts';

it('names what is new, changed and gone, and which hosts are asked that were not', () => {
  const file = aCatalogFile();
  const [first, second, ...others] = file.services;
  if (first === undefined || second === undefined) throw new Error('too few services');
  const services = [
    { ...second, name: 'Telegram', operatorCountry: 'GB' },
    ...others,
    aService({ targets: [aTarget({ urls: ['https://chat.example.org/'] })] }),
  ];
  const [control, ...controls] = file.controls;
  const after = dataOfFile(
    {
      ...file,
      services,
      controls: [{ ...control, url: 'https://www.gstatic.com/other' } as never, ...controls],
      callControls: [
        ...file.callControls,
        {
          id: 'stun-new',
          group: 'calls-foreign',
          operator: 'New',
          url: 'stun:stun.example.org:3478',
        },
      ],
      countries: file.countries.map((one) =>
        one.country === 'TR' ? { ...one, languages: ['tr', 'ku'] } : one,
      ),
    },
    builtIn,
  );

  const { changes, hosts } = compareCatalogs(builtIn, after);

  expect(changes).toEqual([
    { list: 'services', added: ['Chat'], changed: ['Telegram'], removed: ['WhatsApp'] },
    {
      list: 'targets',
      added: ['chat/web'],
      changed: [],
      removed: first.targets.map(({ id }) => id),
    },
    { list: 'controls', added: ['stun-new'], changed: ['gstatic'], removed: [] },
    { list: 'countries', added: [], changed: ['TR'], removed: [] },
  ]);
  expect(hosts).toEqual(['chat.example.org', 'stun.example.org']);
});

it('does not mind in which order the keys of an entry stand', () => {
  const file = aCatalogFile();
  const services = file.services.map((one) =>
    Object.fromEntries(Object.entries(one).toReversed()),
  ) as typeof file.services;

  expect(compareCatalogs(builtIn, dataOfFile({ ...file, services }, builtIn)).changes).toEqual([]);
});
