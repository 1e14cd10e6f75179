import type { Party } from '../../../contract/consent.ts'
import type { Decided } from './consents.ts'
import type { KeptText } from './store-consents.ts'

/** The circumstances that a receipt tells beside the decision. */
export type Circumstances = {
  subjectId: string
  controller: Party
  text: KeptText
  /** Where the person withdraws: the portal, without signing in to anything else. */
  withdrawAt: string
  /** How long what was agreed to is kept, as an ISO 8601 duration. */
  keptFor: string
}

const purposes = {
  POOL: 'Keep the person in the talent pool of the company',
  RELAY_PROFILE: 'Show an anonymous profile to employers of the relay',
  INTRODUCTION: 'Give the identity of the person to one company',
  FLOW_BACK: 'Tell one company the coarse state of the job search',
} as const

const states = { GIVEN: 'dpv:ConsentGiven', REFUSED: 'dpv:ConsentRefused', WITHDRAWN: 'dpv:ConsentWithdrawn' } as const

/**
 * The record of one decision and the receipt around it, in the structure of ISO/IEC TS 27560:2023 as W3C's Data
 * Privacy Vocabulary writes it in JSON-LD (dpv, guide "Consent Records and Receipts as per ISO/IEC TS 27560").
 */
export function receipt(decided: Decided, circumstances: Circumstances): Record<string, unknown> {
  const { subjectId, controller, text, withdrawAt, keptFor } = circumstances
  return {
    '@context': { dpv: 'https://w3id.org/dpv#', dct: 'http://purl.org/dc/terms/', loc: 'https://w3id.org/dpv/loc#' },
    '@id': `urn:uuid:${decided.receiptId}`,
    '@type': 'dpv:ConsentReceipt',
    'dct:identifier': decided.receiptId,
    'dct:conformsTo': 'https://w3id.org/dpv/schema/dpv-27560#receipt-record',
    'dct:created': decided.occurredAt.toISOString(),
    'dct:publisher': party(controller),
    'dpv:hasRecordOfActivity': {
      '@id': `urn:uuid:${decided.eventId}`,
      '@type': 'dpv:ConsentRecord',
      'dct:identifier': decided.eventId,
      'dct:conformsTo': 'https://w3id.org/dpv/schema/dpv-27560#record',
      'dpv:hasDataSubject': { '@id': `urn:uuid:${subjectId}`, '@type': 'dpv:JobApplicant' },
      'dpv:hasDataController': party(controller),
      'dpv:hasJurisdiction': 'loc:JP',
      'dpv:hasNotice': {
        '@type': 'dpv:ConsentNotice',
        'dct:language': text.language,
        'dct:hasVersion': String(text.version),
        'dct:identifier': text.hash,
        'dct:description': text.body,
      },
      'dpv:hasProcess': {
        '@type': 'dpv:Process',
        'dpv:hasPurpose': {
          '@id': `urn:tasuki:purpose:${decided.purpose}`,
          'dct:description': purposes[decided.purpose],
        },
        'dpv:hasPersonalData': decided.items,
        'dpv:hasRecipient': decided.recipient,
        'dpv:hasStorageCondition': [
          { '@type': 'dpv:StorageLocation', 'dpv:hasLocation': 'loc:JP' },
          { '@type': 'dpv:StorageDuration', 'dpv:hasDuration': keptFor },
        ],
      },
      'dpv:hasConsentStatus': {
        '@type': states[decided.decision],
        'dct:date': decided.occurredAt.toISOString(),
        'dpv:isIndicatedBy': { '@id': `urn:uuid:${subjectId}` },
        'dpv:hasIndicationMethod': decided.how,
      },
      'dpv:hasConsentControl': { '@type': 'dpv:WithdrawConsent', 'dct:source': withdrawAt },
    },
  }
}

const party = ({ id, name, address }: Party) => ({
  '@id': `urn:uuid:${id}`,
  'dpv:hasName': name,
  ...(address && { 'dpv:hasAddress': address }),
})
