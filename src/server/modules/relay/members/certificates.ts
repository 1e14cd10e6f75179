import { issue, keyPair, present, read, type Claim, type Read } from '../../../../engines/certificate/index.ts'
import type { Stage } from '../../../../contract/selection/selection-terms.ts'
import { derivedKey, hmac } from '../../../kernel/crypto.ts'
import { notFound } from '../../../kernel/errors.ts'
import type { Installation } from '../../../kernel/installation.ts'
import type { Work } from '../../../kernel/work.ts'
import { company } from '../../accounts/index.ts'
import { record } from '../../audit/index.ts'
import { person } from '../../people/index.ts'
import { applicationsOf, opening, type Application } from '../../selection/index.ts'
import { relaySettings } from '../letters/settings.ts'
import { stageName } from '../letters/stage-names.ts'
import { findRejection } from '../letters/store-rejections.ts'

/** What a certificate can say; the person shows any of it. */
export const certificateClaims = ['stage', 'occupation', 'period', 'employer', 'name'] as const
export type CertificateClaim = (typeof certificateClaims)[number]
export const certificateType = 'urn:tasuki:certificate:stage-reached:1'

/** A stage says little of somebody's ability after so long. */
const validYears = 3

/** Stages that somebody was let through to; having applied is none. */
const certifiable: ReadonlySet<Stage> = new Set([
  'APTITUDE_TEST',
  'INTERVIEW_1',
  'INTERVIEW_2',
  'INTERVIEW_3',
  'FINAL_INTERVIEW',
  'REFERENCE_CHECK',
  'OFFER_MEETING',
])

export type StageCertificate = {
  applicationId: string
  stage: Stage
  values: Record<CertificateClaim, string>
  issuedAt: Date
  validUntil: Date
}

type Whose = { personId: string; language: 'ja' | 'en' }

/** One key for the whole installation: a key of each company would tell who the employer was. */
const keyOf = ({ config }: Pick<Installation, 'config'>) => keyPair(derivedKey(config.secret, 'relay.certificate'))

/** The key by which anybody can check a certificate of this installation. */
export const certificateKey = (installation: Pick<Installation, 'config'>) => keyOf(installation).publicKey

/**
 * The stages this company certifies for a person, where it has chosen to: of each selection that it ended and told the
 * person of. Nothing is stored: the same selection makes the same certificate again.
 */
export async function certificatesOf(work: Work, { personId, language }: Whose): Promise<StageCertificate[]> {
  if (!(await relaySettings(work)).issuesCertificates) return []
  const found: StageCertificate[] = []
  for (const one of await applicationsOf(work, personId))
    if (certifiable.has(one.stage) && (await isTold(work, one))) found.push(await certificateOf(work, one, language))
  return found
}

const isTold = async (work: Work, { id, state, endedAt }: Application): Promise<boolean> =>
  state === 'REJECTED' && endedAt !== null && Boolean((await findRejection(work, id))?.toldAt)

async function certificateOf(work: Work, ended: Application, language: 'ja' | 'en'): Promise<StageCertificate> {
  const own = await company(work)
  const { occupation } = await opening(work, ended.openingId)
  const issuedAt = ended.endedAt ?? work.now
  const validUntil = new Date(issuedAt)
  validUntil.setUTCFullYear(validUntil.getUTCFullYear() + validYears)
  const { fields } = await person(work, ended.personId)
  return {
    applicationId: ended.id,
    stage: ended.stage,
    values: {
      stage: stageName(ended.stage, language),
      occupation: occupation ?? '',
      period: quarterOf(issuedAt, own.timeZone),
      employer: language === 'en' ? (own.nameEn ?? own.name) : own.name,
      name: typeof fields.name?.value === 'string' ? fields.name.value : '',
    },
    issuedAt,
    validUntil,
  }
}

/** "2026 Q3", on the company's calendar: the day itself could tell whose selection it was. */
function quarterOf(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: 'numeric' }).formatToParts(at)
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
  return `${part('year')} Q${Math.ceil(part('month') / 3)}`
}

/** The certificate of one selection, showing these claims and no others. Refused for a selection without one. */
export async function showCertificate(
  work: Work,
  { applicationId, claims, ...whose }: Whose & { applicationId: string; claims: readonly CertificateClaim[] },
): Promise<string> {
  const certificate = (await certificatesOf(work, whose)).find((one) => one.applicationId === applicationId)
  if (!certificate) throw notFound({ what: 'certificate' })
  const { installation } = work
  const key = derivedKey(installation.config.secret, 'relay.certificate-salt')
  const saltOf = (name: string) =>
    hmac(key, `${applicationId}/${whose.language}/${name}`).toString('base64url').slice(0, 22)
  const { values, issuedAt, validUntil } = certificate
  const all: Claim[] = certificateClaims.map((name) => ({ name, value: values[name], salt: saltOf(name) }))
  const issuer = installation.config.portalUrl
  // The first of the month: the moment itself could tell whose selection it was.
  const firstOfMonth = (at: Date) => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1))
  const terms = {
    issuer,
    type: certificateType,
    issuedAt: firstOfMonth(issuedAt),
    validUntil: firstOfMonth(validUntil),
  }
  const shown = all.filter(({ name }) => claims.some((one) => one === name))
  await record(work, {
    action: 'relay.certificate-shown',
    subject: { kind: 'application', id: applicationId },
    detail: { claims: [...claims] },
  })
  return present(issue(all, terms, keyOf(installation).privateKey), shown)
}

export type CheckedCertificate = Read & { hasRunOut: boolean }

/** What a certificate says that somebody was handed; a certificate of another kind or another installation is none. */
export function checkCertificate({ installation, now }: Work, presented: string): CheckedCertificate {
  const said = read(presented, certificateKey(installation))
  if (!said.genuine || said.type !== certificateType) return { genuine: false, hasRunOut: false }
  return { ...said, hasRunOut: said.validUntil <= now }
}
