import { isId } from '../../../kernel/ids.ts'
import { flatLines } from './flat-lines.ts'
import { inWords, type Reading } from './rest-in-words.ts'

/** Said in words elsewhere, on the paper as in the table. */
const told = ['company.people.profile.', 'company.messages.']
/** Numbers by which the program refers to its own rows: `id`, `sourceRecordId`, but not `said`. */
const isInner = /(^|[.])(id|[a-z][A-Za-z]*Id|version|sourceVersion|textHash|actor|activityBy)$/

/** Whatever else is held, in words; nothing is left out but what is told elsewhere or names a row of the program. */
export const restLines = (held: Record<string, unknown>, reading: Reading): [name: string, value: string | number][] =>
  flatLines(held)
    .filter(
      ([path, value]) => !isInner.test(path) && !told.some((begin) => path.startsWith(begin)) && !isId(`${value}`),
    )
    .flatMap(([path, value]) => {
      const line = inWords(path, value, reading)
      return line ? [line] : []
    })

/** The same in pieces that each stand on one page. */
export const restRows = (held: Record<string, unknown>, reading: Reading): string[][] =>
  restLines(held, reading).flatMap(([name, value]) =>
    pieces(String(value)).map((piece, at) => [at === 0 ? name : '', piece]),
  )

const pieces = (text: string): string[] => text.match(/[^]{1,800}/gu) ?? ['']
