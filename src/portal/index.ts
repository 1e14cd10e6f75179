export { portalAssets } from './assets.ts'
export type { AssetFile } from './assets.ts'
export type {
  Asset,
  Guard,
  Language,
  MenuEntry,
  OperatingMode,
  Problem,
  ProblemCode,
  PublicFrame,
  SessionFrame,
} from './frame.ts'
export { dateText, dayText, quarterText, timeText } from './dates.ts'
export type { ValueInput } from './form.ts'
export { render } from './html.ts'
export type { Html } from './html.ts'
export { paths } from './paths.ts'
export { textIn } from './text/text.ts'
export type { FailureKind } from './text/ja/arriving.ts'
export type {
  ConsentState,
  FieldKey,
  IntroductionState,
  RemoteKey,
  ResultKey,
  SearchKey,
  ShareState,
  StageKey,
} from './text/ja/words.ts'
export * from './pages/arriving.ts'
export * from './pages/certificates.ts'
export { failurePage } from './pages/failure.ts'
export * from './pages/files.ts'
export type { ConsentOffer } from './pages/consent-offer.ts'
export * from './pages/disputes.ts'
export type { EmployerChoice } from './pages/hide-employer.ts'
export * from './pages/impact.ts'
export * from './pages/introductions.ts'
export * from './pages/known.ts'
export * from './pages/leaving.ts'
export { passkeyPage } from './pages/passkeys.ts'
export * from './pages/privacy.ts'
export { mostOfObjection, objectionField, type PersonPromise } from './pages/promises.ts'
export * from './pages/proposals.ts'
export * from './pages/reapply.ts'
export * from './pages/refresh.ts'
export * from './pages/register.ts'
export * from './pages/registration-term.ts'
export * from './pages/renewal.ts'
export * from './pages/requests.ts'
export * from './pages/seen.ts'
export * from './pages/settings.ts'
export * from './pages/consents.ts'
export * from './pages/sharing.ts'
export * from './pages/stay.ts'
export * from './pages/visits.ts'
