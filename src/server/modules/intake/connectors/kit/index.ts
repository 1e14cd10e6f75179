import type { Channel, Stage, TransitionKind } from '../../../../../contract/selection/selection-terms.ts'
import type { FieldCalls } from './fields.ts'
import type { Saying } from '../../../people/index.ts'

/** What one delivery of a system means here. Their words stop at the connector's `mapping.ts`. */
export type Reading =
  | { use: 'PING' }
  | ({ use: 'CHANGE' } & Change)
  /** Kept as it is and used for nothing; `reason` is a message key's last part. */
  | { use: 'UNUSED'; action: string; reason: UnusedReason }

export type Change = {
  action: string
  /** The source's own time of what it says: what arrives late or shuffled takes its place by it. */
  occurredAt: Date | null
  person: { remoteId: string; claims: Saying[] } | null
  application: SaidApplication | null
  steps: Step[]
  /** The source says that these two of its persons are one. */
  merged?: { from: string; into: string }
  /** The source deleted or anonymised the person: a human decides what that means here. */
  gone?: 'DELETED' | 'ANONYMISED'
  /** What a human has to look at though the rest was used. */
  asks?: { reason: WaitingReason; about?: string }
}

/** `facts` is null where the delivery names an application that another one describes. */
export type SaidApplication = {
  remoteId: string
  facts: {
    openingTitle: string
    channel: Channel
    channelLabel: string | null
    agency: string | null
    appliedAt: Date
  } | null
}

/** One step of the course. `order` ranks what the source says of one time. */
export type Step = {
  kind: TransitionKind
  stage?: Stage
  reason?: string
  occurredAt: Date
  order: number
  /** False for an end that must never make a letter by itself. */
  live?: boolean
}

/** Each has its message under `intake.delivery.<reason>`. */
export const unusedReasons = ['NOT_NEEDED', 'UNKNOWN_ACTION', 'OFFER_NOT_SENT', 'PERSON_ERASED'] as const
export const waitingReasons = [
  'UNREADABLE',
  'APPLICATION_UNKNOWN',
  'PERSON_UNKNOWN',
  'STAGE_UNKNOWN',
  'PARTY_UNSPECIFIED',
  'PERSON_GONE',
  'REFUSED',
] as const
export type UnusedReason = (typeof unusedReasons)[number]
export type WaitingReason = (typeof waitingReasons)[number]

/** The body is JSON, signed, and not of a form that the connector knows. */
export class UnreadableDelivery extends Error {
  override name = 'UnreadableDelivery'
}

export type Headers = Readonly<Record<string, string | string[] | undefined>>

export type Connector = {
  /** Stands in the address that the system delivers to, and in `intake_connection.connector`. */
  id: string
  name: string
  /** Whether the body is signed with the secret; takes the same time whatever is wrong. */
  isSigned: (raw: Uint8Array, headers: Headers, secret: string) => boolean
  /** The system's own id of the delivery, by which a repeated one is known. */
  deliveryKey: (headers: Headers) => string | null
  /** How a field of its candidates is written, where the system lets others do that. */
  fields?: FieldCalls
  /** Pure. Throws `UnreadableDelivery` for a form it does not know; an unknown value never throws. */
  read: (body: unknown, receivedAt: Date) => Reading
}

export const headerOf = (headers: Headers, name: string): string | null => {
  const value = headers[name]
  return typeof value === 'string' ? value : null
}
