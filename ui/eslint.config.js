import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';

/** Words for people live in assets/locales; a letter or a Chinese character between tags is a mistake. */
const WORDS_IN_JSX = {
  selector: 'JSXText[value=/[A-Za-z\\u4e00-\\u9fff]/]',
  message: 'Words for people stand in assets/locales, not in the code.',
};
const WORDS_IN_ATTRIBUTES = {
  selector:
    'JSXAttribute[name.name=/^(title|alt|label|aria-label|aria-description|placeholder|description)$/] > Literal[value=/[A-Za-z\\u4e00-\\u9fff]/]',
  message: 'Words for people stand in assets/locales, not in the code.',
};

export default ts.config(
  { ignores: ['dist', 'src/api/generated', 'public'] },
  js.configs.recommended,
  ...ts.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  { files: ['**/*.js'], extends: [ts.configs.disableTypeChecked] },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks, ...jsxA11y.flatConfigs.strict.plugins },
    rules: {
      ...reactHooks.configs.recommended.rules,
      ...jsxA11y.flatConfigs.strict.rules,
      'no-restricted-syntax': ['error', WORDS_IN_JSX, WORDS_IN_ATTRIBUTES],
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['@tauri-apps/*'], message: 'Only src/platform speaks with the shell.' }] },
      ],
    },
  },
  {
    files: ['src/platform/**'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['src/features/**', 'src/lib/**', 'src/api/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['@tauri-apps/*'], message: 'Only src/platform speaks with the shell.' },
            { group: ['@mantine/*'], message: 'Import from src/components, so that the library can be exchanged.' },
          ],
        },
      ],
    },
  },
  {
    files: ['src/**/*.test.{ts,tsx}', 'src/test/**'],
    rules: { 'no-restricted-syntax': 'off', '@typescript-eslint/no-non-null-assertion': 'off', '@typescript-eslint/no-deprecated': 'off' },
  },
);
