import type { Messages } from './messages.ts'

type Code = 'cli.owner-missing'

export const cliMessages = {
  ja: {
    'cli.owner-missing':
      'DATABASE_URL を使う場合は、データベースの所有者としての接続先を DATABASE_OWNER_URL に指定してください。',
  },
  en: {
    'cli.owner-missing': 'With DATABASE_URL set, name the database as its owner in DATABASE_OWNER_URL too.',
  },
} satisfies Messages<Code>
