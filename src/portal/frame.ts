export type Language = 'ja' | 'en'

export type OperatingMode = 'IN_HOUSE' | 'GROUP' | 'INFO_PROVISION' | 'PLACEMENT'

/** A file the page loads, with its hash, so that the browser refuses any other content. */
export interface Asset {
  href: string
  integrity: string
}

/** What makes a form's post trustworthy and repeatable. */
export interface Guard {
  csrf: string
  /** Made anew for each page that is shown; the server scopes it by session and action. */
  idempotencyId: string
}

/** The frame of a page that anybody may open: it has no place for anything about a person or a company. */
export interface PublicFrame {
  language: Language
  /** Path and query of this page, for the language switch. */
  path: string
  /** IANA zone in which dates are shown. */
  timeZone: string
  assets: { stylesheet: Asset; script: Asset | null }
  /** Who runs this portal: the relay operator, or the company itself when it is used in-house. */
  service: { name: string; operatorName: string; contactEmail: string; contactHours: string | null; privacyUrl: string }
  guard: Guard
}

export type MenuEntry =
  | 'known'
  | 'proposals'
  | 'profile'
  | 'files'
  | 'consents'
  | 'shares'
  | 'requests'
  | 'introductions'
  | 'settings'
  | 'certificates'
  | 'visits'
  | 'reapply'
  | 'export'
  | 'withdraw'
  | 'erase'

/** The frame of a page shown after the person has continued from the landing page. */
export interface SessionFrame extends PublicFrame {
  /** The company whose letter brought the person here, with a human who answers; null for a member without a letter. */
  writer: { companyName: string; contactName: string; contactEmail: string } | null
  menu: { current: MenuEntry | null; member: boolean; openIntroductions: number }
}

export type ProblemCode =
  | 'required'
  | 'valueOrRemoval'
  | 'notTicked'
  | 'tooShort'
  | 'tooLong'
  | 'notAnEmail'
  | 'notAPhone'
  | 'notADate'
  | 'notInThePast'
  | 'notInTheFuture'
  | 'notANumber'
  | 'tooYoung'
  | 'unknownOption'
  | 'mayNotBeAsked'
  | 'saysContact'
  | 'saysWho'
  | 'needNotBeSaid'
  | 'wrongCode'
  | 'expiredCode'
  | 'changedSince'
  | 'notNow'

/** One thing to mend in a form: `field` is the name of the control. */
export interface Problem {
  field: string
  code: ProblemCode
  /** The person's own words that it is about, where those are known. */
  word?: string
}

/** Times are ISO instants, days are `YYYY-MM-DD`. */
export type Instant = string
export type Day = string
