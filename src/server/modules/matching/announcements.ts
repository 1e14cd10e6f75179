import { z } from 'zod'
import { companyAnnouncement } from '../../kernel/announcements.ts'
import { publishedColumns } from './release/release.ts'

const ColumnReport = z.object({
  shown: z.string().nullable(),
  cause: z.enum([
    'AS_STATED',
    'BANDED',
    'NOT_STATED',
    'RARE_VALUE',
    'RARE_COMBINATION',
    'TOO_LITTLE_DIVERSITY',
    'ROW_WITHHELD',
  ]),
  alike: z.int(),
})

/** What the anonymity gate did to one profile, as it is kept. */
export const GateReport = z.object({ people: z.int(), columns: z.record(z.string(), ColumnReport) })
export type GateReport = z.output<typeof GateReport>

const Shown = z.object({
  memberId: z.uuid(),
  /** Null where nothing is shown from then on. */
  published: z.partialRecord(z.enum(publishedColumns), z.string()).nullable(),
  report: GateReport.nullable(),
  shownAt: z.iso.datetime(),
})
export type Shown = z.output<typeof Shown>

/** What others can see of a member changed; subject: the member. */
export const profileShown = companyAnnouncement('matching.profile-shown', Shown)

const Classes = z.array(z.string())

/**
 * An employer was shown a ranked list, while the operator audits the ranking; subject: the list. It names classes of the
 * network by their digests, so that nothing of a person stands in the employer's realm.
 */
export const listRanked = companyAnnouncement(
  'matching.list-ranked',
  z.object({ openingId: z.uuid(), above: Classes, notAbove: Classes, onPage: Classes }),
)
