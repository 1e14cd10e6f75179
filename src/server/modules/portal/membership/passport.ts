import {
  certificatesPage,
  checkCertificatePage,
  paths,
  reapplyPage,
  type ReapplyRule,
} from '../../../../portal/index.ts'
import { dayIn } from '../../../../engines/japanese/index.ts'
import { publicJwk } from '../../../../engines/certificate/index.ts'
import {
  certificateClaims,
  certificateKey,
  certificatesOf,
  checkCertificate,
  memberCompanies,
  reapplication,
  showCertificate,
} from '../../relay/index.ts'
import { inCompany, systemActor, type Work } from '../../../kernel/work.ts'
import { companyIds, operatorId } from '../../accounts/index.ts'
import { failure, named, publicFrame, sessionFrame } from '../frames.ts'
import { personActor } from '../arrival/session.ts'
import { inOwnRealm, type Answer, type SessionVisit, type Visit } from '../visit.ts'

/** At most so many companies are looked into for one page. */
const mostCompanies = 50

/**
 * Asks each company of which this visitor may see their own data: the one that wrote, and for a member those whose
 * letters they used. Each is read in a Work of its own, as the person whom that company knows.
 */
async function inKnownCompanies<T>(
  visit: SessionVisit,
  ask: (work: Work, personId: string) => Promise<T>,
): Promise<T[]> {
  const { session, installation, requestId } = visit
  const { memberId, companyId, personId } = session
  const linked = memberId === null ? [] : await inOwnRealm({ ...visit, memberId }, memberCompanies)
  const others = linked.filter((one) => one.companyId !== companyId).slice(0, mostCompanies)
  const answers: T[] = []
  for (const one of [{ companyId, personId }, ...others]) {
    const opening = { companyId: one.companyId, actor: personActor(one), requestId }
    answers.push(await inCompany(installation, opening, (work) => ask(work, one.personId)))
  }
  return answers
}

/** The re-application passport: when the visitor may apply again, company by company. */
export async function reapply(visit: SessionVisit): Promise<Answer> {
  const rules = await inKnownCompanies(visit, async (work, personId): Promise<ReapplyRule | undefined> => {
    const { company, cooldownMonths, selections } = await reapplication(work, { personId })
    if (selections.length === 0) return undefined
    const last = selections
      .flatMap(({ from }) => from ?? [])
      .toSorted((left, right) => right.getTime() - left.getTime())[0]
    return {
      companyName: named(company, visit.language),
      cooldownMonths,
      from: last ? dayIn(last, company.timeZone) : null,
      open: last === undefined || last <= work.now,
      last: selections.map(({ openingTitle, endedAt }) => ({ openingTitle, endedAt: endedAt.toISOString() })),
    }
  })
  return reapplyPage(await sessionFrame(visit, 'reapply'), { rules: rules.filter((rule) => rule !== undefined) })
}

export async function certificates(visit: SessionVisit): Promise<Answer> {
  const { language, installation } = visit
  const found = await inKnownCompanies(visit, (work, personId) => certificatesOf(work, { personId, language }))
  return certificatesPage(await sessionFrame(visit, 'certificates'), {
    certificates: found.flat().map(({ applicationId, values, validUntil }) => ({
      certificateId: applicationId,
      values,
      validUntil: validUntil.toISOString(),
    })),
    checkUrl: new URL(paths.checkCertificate(), installation.config.portalUrl).href,
  })
}

/** The certificate as a file, showing what the person chose. */
export async function takeCertificate(visit: SessionVisit): Promise<Answer> {
  const { language, params, body } = visit
  const applicationId = params['certificate'] ?? ''
  const chosen = new Set(body.getAll('show'))
  const claims = certificateClaims.filter((claim) => chosen.has(claim))
  const made = await inKnownCompanies(visit, async (work, personId) => {
    const own = await certificatesOf(work, { personId, language })
    if (!own.some((one) => one.applicationId === applicationId)) return undefined
    return showCertificate(work, { personId, language, applicationId, claims })
  })
  const file = made.find((one) => one !== undefined)
  if (file === undefined) return { page: await failure(visit, 'notFound'), status: 404 }
  return { file: `${file}\n`, contentType: 'text/plain', name: 'stage-certificate.sd-jwt.txt' }
}

export async function checking(visit: Visit): Promise<Answer> {
  return checkCertificatePage(await publicFrame(visit), { typed: '', outcome: null })
}

/** Whether a certificate that somebody was handed is one, and what it shows. Nothing of it is kept. */
export async function check(visit: Visit): Promise<Answer> {
  const { installation, body } = visit
  const typed = (body.get('certificate') ?? '').slice(0, 8000)
  const frame = await publicFrame(visit)
  // Whose Work it is does not matter: a certificate names no company, and only the time is read.
  const companyId = (await operatorId(installation)) ?? (await companyIds(installation))[0]
  if (companyId === undefined) return checkCertificatePage(frame, { typed, outcome: { genuine: false } })
  const opening = { companyId, actor: systemActor('portal.check') }
  const said = await inCompany(installation, opening, async (work) => checkCertificate(work, typed))
  if (!said.genuine) return checkCertificatePage(frame, { typed, outcome: { genuine: false } })
  const { shown, hasRunOut, issuedAt, validUntil } = said
  const outcome = {
    genuine: true as const,
    hasRunOut,
    shown,
    issued: issuedAt.toISOString(),
    validUntil: validUntil.toISOString(),
  }
  return checkCertificatePage(frame, { typed, outcome })
}

/** The public key, for whoever checks certificates with a program of their own. */
export const key = async ({ installation }: Visit): Promise<Answer> => ({
  file: JSON.stringify(publicJwk(certificateKey(installation)), null, 2),
  contentType: 'application/json',
  name: 'certificate-key.json',
})
