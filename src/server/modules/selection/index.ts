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
export { evaluationsOf, recordEvaluation } from './interviews/evaluations.ts'
export type { NewEvaluation } from './interviews/evaluations.ts'
export { isEnded } from './history/fold.ts'
export { readGrade } from './interviews/grades.ts'
export { recordHistory } from './history/record-history.ts'
export type { History } from './history/record-history.ts'
export { interview, interviewsOf, interviewsOfApplications, recordInterview } from './interviews/interviews.ts'
export type { NewInterview, OwnInterview } from './interviews/interviews.ts'
export { selectionOnRecord, type SelectionOnRecord } from './history/on-record.ts'
export { flowOf, flows, keepFlow } from './openings/flows.ts'
export { changeOpening, openOpening, opening, openings } from './openings/openings.ts'
export type { NewOpening, OpeningFacts } from './openings/openings.ts'
export { shownApplications, shownEvaluation, shownInterview } from './shapes.ts'
export { countStuck } from './reports.ts'
export { applicationsOfPersons } from './store-applications.ts'
export type { Application } from './store-applications.ts'
export type { Evaluation, Interview } from './interviews/store-interviews.ts'
export type { Opening } from './openings/store-openings.ts'
export { rejectedBy } from './history/store-transitions.ts'
export type { KeptTransition } from './history/store-transitions.ts'

export const selectionModule: Module = { name: 'selection', routes, contributions }
