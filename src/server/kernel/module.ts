import type { ProcessingActivity } from '../../contract/consent/processing.ts'
import type { KeptReason, RetentionClass } from '../../contract/retention/retention.ts'
import type { Subscription } from './announcements.ts'
import type { Bind } from './http/http.ts'
import type { IntentTable } from './intents.ts'
import type { AnyJob } from './jobs.ts'
import type { MemberWork, Work } from './work.ts'

/** The human that a request is about, as one company knows them: the person and every record linked to it. */
export type Subject = { personId: string; sourceRecordIds: readonly string[] }

/** Something that `tasuki verify` found broken: which rule, where, and what it saw. Ids only, no personal data. */
export type Finding = { rule: string; where: string; saw: string }

/** What decides how long somebody is kept. */
export type RetentionKnowledge =
  | { kind: 'STANDING'; class: RetentionClass; at: Date }
  /** Something was heard from the person or from a source. */
  | { kind: 'HEARD'; at: Date }
  /** They were asked on what ground they may be kept, and have not answered. */
  | { kind: 'UNANSWERED'; at: Date; answerBy?: Date }
  /** A member can be asked whether to stay from this moment on; null where nothing reaches them. */
  | { kind: 'ASKABLE'; from: Date | null }
  /** They stay, whatever the rule says; until this moment, or without an end that is known. */
  | { kind: 'KEEPS'; reason: KeptReason; until: Date | null }

/** What a module knows of a person of a company that decides how long they are kept. */
export type RetentionFact = { personId: string } & RetentionKnowledge

/** What the one module that keeps members does for their retention. */
export type MemberRetention = {
  /** Nothing about the member changes until the Work ends. */
  hold: (work: MemberWork) => Promise<void>
  /** As whom the companies know the member whose links they opened. */
  ties: (work: MemberWork) => Promise<{ companyId: string; personId: string; sourceRecordId: string }[]>
  /** The members whom a company knows by these records. */
  membersOf: (work: Work, sourceRecordIds: readonly string[]) => Promise<string[]>
  /** Asks the member by mail whether to stay; repeating an id asks once. */
  ask: (work: MemberWork, id: string) => Promise<void>
  /** Whether the member was asked under this id. */
  isAsked: (work: MemberWork, id: string) => Promise<boolean>
}

/** A source or recipient of personal data as the installation has it, for the register of processing, in words. */
export type ProcessingFact = { activity: ProcessingActivity; kind: 'SOURCE' | 'RECIPIENT'; ja: string; en: string }

/**
 * What each module with tables of a realm brings to the duties that reach through all of them. Erasing removes or
 * blanks personal data and leaves counts; exporting answers what is held about the subject.
 */
export type Contributions = {
  /** How a person of a company is found: the one module that keeps people answers. Nothing for an unknown id. */
  subject?: (work: Work, personId: string) => Promise<(Subject & { addresses: readonly string[] }) | undefined>
  /** Everybody who is in the pool, page by page in the order of their ids: by the one module that keeps people. */
  roster?: (work: Work, page: { after: string | undefined; limit: number }) => Promise<Subject[]>
  /** Nothing about the person changes until the Work ends, and what changed before is seen by what is read next. */
  holdSubject?: (work: Work, personId: string) => Promise<void>
  /** What decides how long these people are kept. */
  retentionFacts?: (work: Work, subjects: readonly Subject[]) => Promise<RetentionFact[]>
  /** The names of people, for lists that refer to them by id. */
  names?: (work: Work, personIds: readonly string[]) => Promise<Map<string, string>>
  /** Whose data an id of this module stands for, of those that it knows. */
  personsOf?: (work: Work, ids: readonly string[]) => Promise<Map<string, string>>
  /** Which fields are held about any of these people. */
  fieldsOf?: (work: Work, personIds: readonly string[]) => Promise<string[]>
  /** Where the module gets personal data from and whom it tells, in this company. */
  processing?: (work: Work) => Promise<ProcessingFact[]>
  erase?: (work: Work, subject: Subject) => Promise<void>
  export?: (work: Work, subject: Subject) => Promise<Record<string, unknown>>
  eraseMember?: (work: MemberWork) => Promise<void>
  memberRetention?: MemberRetention
  /** What decides how long the member is kept. */
  memberRetentionFacts?: (work: MemberWork) => Promise<RetentionKnowledge[]>
  exportMember?: (work: MemberWork) => Promise<Record<string, unknown>>
  /** Disposes of what is past its retention, as of the Work's time; says how many rows of what. */
  retain?: (work: Work) => Promise<Record<string, number>>
  /** The same in the realm of a member. */
  retainMember?: (work: MemberWork) => Promise<Record<string, number>>
  verify?: (work: Work) => Promise<Finding[]>
  verifyMember?: (work: MemberWork) => Promise<Finding[]>
}

/** One module as `app.ts` wires it: what it serves, hears, does later, and contributes. */
export type Module = {
  name: string
  routes?: (bind: Bind) => void
  subscriptions?: readonly Subscription[]
  intents?: readonly IntentTable[]
  jobs?: readonly AnyJob[]
  contributions: Contributions
}
