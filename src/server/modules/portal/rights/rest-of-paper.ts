import { flatLines } from './csv.ts'

/** Said in words elsewhere on the paper. */
const told = ['company.people.profile.', 'company.messages.']
/** Numbers by which the program refers to its own rows: `id`, `sourceRecordId`, but not `said`. */
const isInner = /(^|[.])(id|[a-z][A-Za-z]*Id|version|sourceVersion|textHash|actor|activityBy)$/

/** Whatever else is held, in pieces that each stand on one page; nothing is left out but what is told above or names a row. */
export const restRows = (held: Record<string, unknown>): string[][] =>
  flatLines(held)
    .filter(([path]) => !isInner.test(path) && !told.some((begin) => path.startsWith(begin)))
    .flatMap(([path, value]) => pieces(String(value)).map((piece, at) => [at === 0 ? path : '', piece]))

const pieces = (text: string): string[] => text.match(/[^]{1,800}/gu) ?? ['']
