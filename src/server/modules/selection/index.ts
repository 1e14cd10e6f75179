import type { Module } from '../../kernel/module.ts'
import { contributions } from './contributions.ts'
import { routes } from './routes.ts'

export { applicationChanged, evaluationRecorded, interviewChanged, openingChanged } from './announcements.ts'
export {
  application,
  applicationsById,
  applicationsOf,
  courseOf,
  openProcesses,
  recordApplication,
  recordTransition,
  remoteApplication,
} from './applications.ts'
export type { NewApplication, NewTransition } from './applications.ts'
export { decide } from './decisions.ts'
export type { Decided, Decision } from './decisions.ts'
export { evaluationsOf, recordEvaluation } from './evaluations.ts'
export type { NewEvaluation } from './evaluations.ts'
export { isEnded } from './fold.ts'
export { readGrade } from './grades.ts'
export { recordHistory } from './record-history.ts'
export type { History } from './record-history.ts'
export { interview, interviewsOf, interviewsOfApplications, recordInterview } from './interviews.ts'
export type { NewInterview, OwnInterview } from './interviews.ts'
export { selectionOnRecord, type SelectionOnRecord } from './on-record.ts'
export { flowOf, flows, keepFlow } from './flows.ts'
export { changeOpening, openOpening, opening, openings } from './openings.ts'
export type { NewOpening, OpeningFacts } from './openings.ts'
export { shownApplications, shownEvaluation, shownInterview } from './shapes.ts'
export { countStuck } from './reports.ts'
export { applicationsOfPersons } from './store-applications.ts'
export type { Application } from './store-applications.ts'
export type { Evaluation, Interview } from './store-interviews.ts'
export type { Opening } from './store-openings.ts'
export { rejectedBy } from './store-transitions.ts'
export type { KeptTransition } from './store-transitions.ts'

export const selectionModule: Module = { name: 'selection', routes, contributions }
