import { flatLines } from './flat-lines.ts'

/** Said in words elsewhere, on the paper as in the table. */
const told = ['company.people.profile.', 'company.messages.']
/** Numbers by which the program refers to its own rows: `id`, `sourceRecordId`, but not `said`. */
const isInner = /(^|[.])(id|[a-z][A-Za-z]*Id|version|sourceVersion|textHash|actor|activityBy)$/

/** Whatever else is held; nothing is left out but what is told in words or names a row. */
export const restLines = (held: Record<string, unknown>): [path: string, value: string | number][] =>
  flatLines(held).filter(([path]) => !isInner.test(path) && !told.some((begin) => path.startsWith(begin)))

/** The same in pieces that each stand on one page. */
export const restRows = (held: Record<string, unknown>): string[][] =>
  restLines(held).flatMap(([path, value]) => pieces(String(value)).map((piece, at) => [at === 0 ? path : '', piece]))

const pieces = (text: string): string[] => text.match(/[^]{1,800}/gu) ?? ['']
