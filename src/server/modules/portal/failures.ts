import type { FailureKind } from '../../../portal/index.ts'
import { isBrokenForm, Refusal } from '../../kernel/errors.ts'

/** The box of a form that holds a character which cannot be kept. */
export const blameOf = (error: unknown): { box?: string } =>
  error instanceof Refusal && error.code === 'request.character' ? { box: String(error.detail['field']) } : {}

/** What a person is told of a refusal that is not theirs to mend on its page, by its code and else by its status. */
const byCode: Readonly<Record<string, FailureKind>> = {
  'request.character': 'character',
  'people.erased': 'erased',
  'messages.address-suppressed': 'notReachable',
  'messages.address-unusable': 'notReachable',
  'consent.request-closed': 'ended',
  'disputes.contested-already': 'alreadyDone',
  'disputes.no-network': 'modeForbids',
  'disputes.not-contestable': 'ended',
  'disputes.not-yours': 'notFound',
  'disputes.settled': 'ended',
  'disputes.statement-not-asked': 'ended',
  'freshness.proposal-gone': 'alreadyDone',
  'freshness.switched-off': 'notAllowed',
  'introductions.ended': 'ended',
  'introductions.not-accepted': 'notAllowed',
  'introductions.not-open': 'ended',
  'introductions.promise-not-in-time': 'ended',
  'introductions.promise-settled': 'ended',
  'introductions.too-many-questions': 'questionsSpent',
  'relay.block-unclear': 'unfit',
  'relay.member-left': 'ended',
  'relay.off': 'relayOff',
}

/** The codes that have words of their own here. */
export const codesTold: readonly string[] = Object.keys(byCode)

const byStatus: Readonly<Record<number, FailureKind>> = {
  403: 'notAllowed',
  404: 'notFound',
  409: 'changed',
  410: 'ended',
  413: 'tooLarge',
  422: 'unfit',
  429: 'tooMany',
  503: 'busy',
}

/** What the server itself refuses before a page is asked: what it cannot read, what is too large, what is too often. */
const statusAlone = (status: number): FailureKind => byStatus[status] ?? 'unreadable'

export function kindOf(error: unknown): FailureKind {
  if (error instanceof Refusal) return byCode[error.code] ?? statusAlone(error.status)
  if (isBrokenForm(error)) return 'unreadable'
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  return status >= 400 && status < 500 ? statusAlone(status) : 'broken'
}

export function statusOf(error: unknown, kind: FailureKind): number {
  if (error instanceof Refusal) return error.status
  if (kind === 'broken') return 500
  return error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 400
}
