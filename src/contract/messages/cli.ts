import type { Messages } from './messages.ts'

type Code = 'cli.company-unknown' | 'cli.owner-missing'

export const cliMessages = {
  ja: {
    'cli.company-unknown': '企業IDを --company で指定してください。登録されている企業: {companies}',
    'cli.owner-missing':
      'DATABASE_URL を使う場合は、データベースの所有者としての接続先を DATABASE_OWNER_URL に指定してください。',
  },
  en: {
    'cli.company-unknown': 'Name a company with --company. There are: {companies}',
    'cli.owner-missing': 'With DATABASE_URL set, name the database as its owner in DATABASE_OWNER_URL too.',
  },
} satisfies Messages<Code>
