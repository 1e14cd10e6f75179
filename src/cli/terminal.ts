import type { Locale } from '../contract/messages/index.ts'

/** One text in both languages. */
export type Words = Record<Locale, string>

/** A number of things in English: `1 row`, `2 rows`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

/** Tells how far long work has come; `done` ends the line. */
export type Progress = { update: (done: number, total: number) => void; done: () => void }

/** Where a verb tells a human, or another program, what it did. */
export type Terminal = {
  locale: Locale
  json: boolean
  /** A line for a human on standard output; nothing under `--json`. */
  say: (words: Words) => void
  /** A line for a human on standard error; nothing under `--json`, where the outcome has it. */
  warn: (words: Words) => void
  /** The same, in an installation's own language where neither an option nor the environment asks for one. */
  inLanguage: (own: Locale) => Terminal
  /** The outcome: one JSON object on standard output under `--json`, a line for a human otherwise. */
  result: (value: object, words: Words) => void
  /** On standard error: a bar on a terminal, a line every tenth elsewhere. */
  progress: (label: Words) => Progress
}

export type TerminalOptions = { json?: boolean | undefined; lang?: string | undefined }

/** The language that was asked for, or else that of the environment. */
export function localeOf(lang: string | undefined, environment: NodeJS.ProcessEnv): Locale {
  return /^ja/i.test(wantedBy(lang, environment)) ? 'ja' : 'en'
}

const wantedBy = (lang: string | undefined, environment: NodeJS.ProcessEnv): string =>
  lang ?? environment['LC_ALL'] ?? environment['LC_MESSAGES'] ?? environment['LANG'] ?? ''

/** What every machine says that was told no language (POSIX). */
const isUnsaid = (wanted: string): boolean => /^(C|POSIX)?(\.|$)/.test(wanted)

export function openTerminal({ json = false, lang }: TerminalOptions, environment = process.env): Terminal {
  const locale = localeOf(lang, environment)
  return {
    locale,
    json,
    say: (words) => {
      if (!json) process.stdout.write(`${printable(words[locale])}\n`)
    },
    warn: (words) => {
      if (!json) process.stderr.write(`${printable(words[locale])}\n`)
    },
    result: (value, words) =>
      void process.stdout.write(json ? `${JSON.stringify(value)}\n` : `${printable(words[locale])}\n`),
    inLanguage: (own) =>
      isUnsaid(wantedBy(lang, environment))
        ? openTerminal({ json, lang: own }, environment)
        : openTerminal({ json, lang: locale }, environment),
    progress: (label) => (process.stderr.isTTY ? bar(label[locale]) : lines(label[locale])),
  }
}

/**
 * A text as a terminal may have it. What people call themselves, their companies or the columns of a file is printed as well: no
 * sign of theirs moves the cursor, sets a title or turns the direction of a line, and only colours are set.
 */
export const printable = (text: string): string =>
  text.replace(
    // oxlint-disable-next-line no-control-regex -- these are what must not reach a terminal
    /\u001b\[(?:0|3[123])m|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g,
    (sign) => (sign.length > 1 ? sign : '\ufffd'),
  )

const width = 24

function bar(label: string): Progress {
  return {
    update: (done, total) => {
      const filled = total === 0 ? width : Math.round((done / total) * width)
      process.stderr.write(`\r${label} [${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${done}/${total}`)
    },
    done: () => void process.stderr.write('\n'),
  }
}

function lines(label: string): Progress {
  let told = -1
  return {
    update: (done, total) => {
      const tenth = total === 0 ? 10 : Math.floor((done / total) * 10)
      if (tenth === told) return
      told = tenth
      process.stderr.write(`${label} ${done}/${total}\n`)
    },
    done: () => {},
  }
}

const colours = { red: 31, green: 32, yellow: 33 } as const

/** Colours a text on a terminal, unless NO_COLOR is set (no-color.org). */
export function coloured(text: string, colour: keyof typeof colours, environment = process.env): string {
  const plain = !process.stdout.isTTY || (environment['NO_COLOR'] ?? '') !== ''
  return plain ? text : `\u001b[${colours[colour]}m${text}\u001b[0m`
}
