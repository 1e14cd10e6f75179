import type { Answer, MemberVisit, SessionVisit, Visit } from './visit.ts'

type Common = {
  method: 'GET' | 'POST'
  path: string
  /**
   * Most requests a minute from one network address, for what anybody may ask; the server's own limit otherwise. Offices,
   * campuses and mobile carriers put many people behind one address, so it only keeps a machine from asking without end.
   */
  perAddress?: number
  /** Most requests a minute of one visit, for what is dear to make or to guess at. */
  perVisit?: number
  /** The form carries a file. */
  carriesFile?: boolean
}

/**
 * A page and what it asks of who visits: nothing, a visit by a link, a code sent to the known address (for what is
 * sensitive), or to be a member as well. A post without the code is led to `after` once the code is entered.
 */
export type Page = Common &
  (
    | { needs: 'nothing'; answer: (visit: Visit) => Promise<Answer>; withoutForm?: boolean }
    | { needs: 'session'; answer: (visit: SessionVisit) => Promise<Answer> }
    | { needs: 'code'; answer: (visit: SessionVisit) => Promise<Answer>; after?: string }
    | { needs: 'member'; answer: (visit: MemberVisit) => Promise<Answer>; after?: string }
  )

/** A page that asks nothing of who visits. */
export const open = (method: 'GET' | 'POST', path: string, answer: (visit: Visit) => Promise<Answer>): Page => ({
  method,
  path,
  answer,
  needs: 'nothing',
})
