import { defineConfig, type OxlintOverride } from 'oxlint';
import { allowedImports, type Layer, layers } from './layers.ts';

/** Only these scripts may import from `tests`, since they run or show what tests look at. */
const testCommands = [
  'accuracy',
  'backup-trips',
  'bench',
  'fleet-size',
  'gallery',
  'lab',
  'own-exports',
  'soak',
  'spreadsheet',
  'uploads',
].map((name) => `scripts/${name}.ts`);

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'promise'],
  categories: { correctness: 'error', suspicious: 'error' },
  rules: {
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/switch-exhaustiveness-check': [
      'error',
      { considerDefaultExhaustiveForUnions: true },
    ],
    'typescript/no-unsafe-type-assertion': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'promise/always-return': 'off',
    'import/no-default-export': 'off',
    'import/no-unassigned-import': 'off',
  },
  overrides: [
    { files: ['tests/e2e/**'], rules: { 'eslint/no-empty-pattern': 'off' } },
    {
      files: ['lib/**', 'components/**', 'entrypoints/**'],
      rules: {
        'eslint/max-lines-per-function': [
          'error',
          { max: 60, skipBlankLines: false, skipComments: false },
        ],
      },
    },
    ...layers.map((layer) => ({
      files: [`${layer.folder}/**`],
      rules: forbid(
        forbiddenFolders(layer),
        `${layer.folder} may not import it: see layers.ts.`,
        layer.folder.startsWith('lib/'),
      ),
    })),
    {
      files: ['scripts/**'],
      rules: forbid(['tests'], 'Only commands that run tests may import it.'),
    },
    {
      files: [...testCommands, 'scripts/lab/**', 'scripts/notebook/**'],
      rules: { 'eslint/no-restricted-imports': 'off' },
    },
  ],
  ignorePatterns: ['.output', '.wxt'],
});

function forbiddenFolders(layer: Layer): string[] {
  const allowed = [layer.folder, ...allowedImports(layer)];
  const others = layers.map(({ folder }) => folder).filter((folder) => !allowed.includes(folder));
  return [...others, 'scripts', 'tests'];
}

/** Imports are relative, and those between folders of `lib` do not contain `lib`. */
function forbid(
  folders: readonly string[],
  message: string,
  isWithinLib = false,
): NonNullable<OxlintOverride['rules']> {
  const names = folders.map((folder) =>
    isWithinLib ? folder.replace(/^lib\//, '(?:lib/)?') : folder,
  );
  const regex = `^(?:\\.\\./)+(?:${names.join('|')})/`;
  return { 'eslint/no-restricted-imports': ['error', { patterns: [{ regex, message }] }] };
}
