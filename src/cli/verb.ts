import type { Command } from 'commander'
import { localeOf, openTerminal, type Terminal, type TerminalOptions, type Words } from './terminal.ts'

/** What ran found something wrong: the exit code is 1, and everything was told already. */
export class Found extends Error {
  override name = 'Found'
}

/** Adds a verb with the options that every verb has. */
export function verb(program: Command, name: string, words: Words): Command {
  return program
    .command(name)
    .description(inHelp(words))
    .option('--json', inHelp({ ja: '結果を1つのJSONで出力する', en: 'print the outcome as one JSON object' }))
    .option('--lang <language>', inHelp({ ja: '表示する言語(ja または en)', en: 'language to print, ja or en' }))
}

/** A text of `--help`, in the language of the environment: options are described before any is read. */
export const inHelp = (words: Words): string => words[localeOf(undefined, process.env)]

/** Ties an action to a verb: it gets its options and a terminal to tell on. */
export function act<O extends object>(
  command: Command,
  run: (terminal: Terminal, options: O, ...operands: string[]) => Promise<void>,
): void {
  command.action(async (...received: unknown[]) => {
    // Commander hands over the operands, then the options, then the command itself.
    const operands = received.slice(0, -2) as string[]
    const options = received.at(-2) as O & TerminalOptions
    await run(openTerminal(options), options, ...operands)
  })
}
