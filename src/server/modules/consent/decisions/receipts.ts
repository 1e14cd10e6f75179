import type { Party, Purpose } from '../../../../contract/consent/consent.ts'
import type { Decided } from './consents.ts'
import type { KeptText } from './store-texts.ts'
import { termOf } from './terms.ts'

/** A party as a receipt names it: with where it is reached. */
export type ReceiptParty = Party & { contact: string }

/** The circumstances that a receipt tells beside the decision. */
export type Circumstances = {
  subjectId: string
  controller: ReceiptParty
  /** Who receives what was agreed to: a company, or everybody who takes part in the network. */
  recipient: ReceiptParty
  text: KeptText
  /** Where the version of the privacy notice is read on which it was decided. */
  noticeAt: string | null
  /** Where the person withdraws: the portal, without signing in to anything else. */
  withdrawAt: string
  /** The country in which this installation keeps its data, by ISO 3166-1. */
  storedIn: string
}

const purposes: Record<Purpose, string> = {
  POOL: 'Keep the person in the talent pool of the company',
  RELAY_PROFILE: 'Show an anonymous profile to employers of the relay',
  INTRODUCTION: 'Give the identity of the person to one company for one opening',
  FLOW_BACK: 'Tell one company the coarse state of the job search',
  IMPACT_AUDIT: 'Audit whether the ranking disadvantages anybody by sex, race or ethnicity',
}

/** The purpose by its kind, and as it was put to the person: for whom, and for which opening. */
const purposeOf = ({ purpose }: Decided, { body, language }: KeptText) => ({
  '@id': `urn:tasuki:purpose:${purpose}`,
  '@type': 'dpv:Purpose',
  'dct:description': purposes[purpose],
  'dct:title': { '@value': body.split('\n', 1)[0] ?? '', '@language': language },
})

const states = { GIVEN: 'dpv:ConsentGiven', REFUSED: 'dpv:ConsentRefused', WITHDRAWN: 'dpv:ConsentWithdrawn' } as const

const context = { dpv: 'https://w3id.org/dpv#', dct: 'http://purl.org/dc/terms/', loc: 'https://w3id.org/dpv/loc#' }
const profile = 'https://w3id.org/dpv/schema/dpv-27560'

type Receipt = Record<string, unknown>
export type Receipted = { decided: Decided; circumstances: Circumstances }

/**
 * The record of one decision and the receipt around it, in the structure of ISO/IEC TS 27560:2023 as W3C's Data
 * Privacy Vocabulary writes it in JSON-LD (dpv, guide "Consent Records and Receipts as per ISO/IEC TS 27560"), with
 * every field that the standard makes mandatory. `docs/schemas/consent-receipt.schema.json` says the same as a schema.
 */
export const receipt = (one: Receipted): Receipt => ({ '@context': context, ...receiptOf(one) })

/** Many receipts as one document, oldest first as they are given. */
export const receipts = (all: readonly Receipted[]): Receipt => ({ '@context': context, '@graph': all.map(receiptOf) })

function receiptOf({ decided, circumstances }: Receipted): Receipt {
  return {
    '@id': `urn:uuid:${decided.receiptId}`,
    '@type': 'dpv:ConsentReceipt',
    'dct:identifier': decided.receiptId,
    'dct:conformsTo': `${profile}#receipt-record`,
    'dct:created': decided.occurredAt.toISOString(),
    'dct:publisher': party(circumstances.controller, 'dpv:DataController'),
    'dpv:hasRecordOfActivity': recordOf(decided, circumstances),
  }
}

function recordOf(
  decided: Decided,
  { subjectId, controller, recipient, text, noticeAt, withdrawAt, storedIn }: Circumstances,
): Receipt {
  return {
    '@id': `urn:uuid:${decided.eventId}`,
    '@type': 'dpv:ConsentRecord',
    'dct:identifier': decided.eventId,
    'dct:conformsTo': `${profile}#record`,
    'dpv:hasDataSubject': { '@id': `urn:uuid:${subjectId}`, '@type': 'dpv:JobApplicant', 'dct:identifier': subjectId },
    'dpv:hasDataController': party(controller, 'dpv:DataController'),
    'dpv:hasJurisdiction': 'loc:JP',
    'dpv:hasNotice': {
      '@type': 'dpv:ConsentNotice',
      'dct:language': text.language,
      'dct:hasVersion': String(text.version),
      'dct:identifier': text.hash,
      'dct:description': text.body,
      // The privacy notice that was in force, of which the words on the page are a part.
      ...(decided.notice &&
        noticeAt && {
          'dct:references': {
            '@id': `urn:uuid:${decided.notice.id}`,
            '@type': 'dpv:PrivacyNotice',
            'dct:identifier': decided.notice.id,
            'dct:hasVersion': String(decided.notice.version),
            'dct:publisher': `urn:uuid:${decided.notice.companyId}`,
            'dct:source': noticeAt,
          },
        }),
    },
    'dpv:hasProcess': {
      '@type': 'dpv:Process',
      'dpv:hasPurpose': purposeOf(decided, text),
      'dpv:hasPersonalData': decided.items.map((code) => ({ '@type': 'dpv:PersonalData', 'dct:identifier': code })),
      'dpv:hasRecipient': party(recipient, recipient.id === controller.id ? 'dpv:DataController' : 'dpv:ThirdParty'),
      'dpv:hasStorageCondition': [
        { '@type': 'dpv:StorageLocation', 'dpv:hasLocation': `loc:${storedIn}` },
        { '@type': 'dpv:StorageDuration', 'dpv:hasDuration': termOf(decided.purpose) },
      ],
    },
    'dpv:hasConsentStatus': {
      '@type': states[decided.decision],
      'dct:date': decided.occurredAt.toISOString(),
      'dct:valid': validity(decided),
      // A no, and a yes taken back, are the ground of nothing.
      ...(decided.decision === 'GIVEN' && { 'dpv:hasLegalBasis': 'dpv:ExplicitlyExpressedConsent' }),
      'dpv:isImplementedByEntity': { '@id': `urn:uuid:${subjectId}` },
      'dpv:isIndicatedBy': { '@id': `urn:uuid:${subjectId}` },
      'dpv:hasIndicationMethod': decided.how,
    },
    'dpv:hasConsentControl': { '@type': 'dpv:WithdrawConsent', 'dct:source': withdrawAt },
  }
}

/** An interval of ISO 8601-2; a no holds until the person says otherwise. */
const validity = ({ occurredAt, expiresAt }: Decided) =>
  `${occurredAt.toISOString()}/${expiresAt?.toISOString() ?? '..'}`

const isUuid = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)

/** The standard wants an address of each party; of one that has none on record it is said so. */
const party = ({ id, name, address, contact }: ReceiptParty, type: string) => ({
  '@id': isUuid(id) ? `urn:uuid:${id}` : `urn:tasuki:party:${id}`,
  '@type': type,
  'dct:identifier': id,
  'dpv:hasName': name,
  'dpv:hasAddress': address ?? 'not on record',
  'dpv:hasContact': contact,
})
