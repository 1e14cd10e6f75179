import { neutralPage, paths, privacyPage, type PublishedNotice } from '../../../../portal/index.ts'
import { isId } from '../../../kernel/ids.ts'
import { inCompany, systemActor, type Work } from '../../../kernel/work.ts'
import { company, companyIds, operatorId } from '../../accounts/index.ts'
import { bases, draftByProof, findNotice, noticeInForce, notices, type Notice } from '../../consent/index.ts'
import { named, publicFrame } from '../frames.ts'
import type { Answer, Visit } from '../visit.ts'

/** Which text is asked for: what holds, an earlier or coming version, or what is being written. */
type Asked = (work: Work) => Promise<PublishedNotice | null | undefined>

/** How one company handles personal data, by its own notice or from what it recorded: public, and about nobody. */
export const privacy = (visit: Visit): Promise<Answer> =>
  page(visit, async (work) => {
    const inForce = await noticeInForce(work)
    return inForce ? shown(visit, work, inForce) : null
  })

/** One version, for who was given it. */
export const version = (visit: Visit): Promise<Answer> =>
  page(visit, async (work) => {
    const asked = visit.params['version'] ?? ''
    const found = /^[1-9]\d{0,5}$/.test(asked) ? await findNotice(work, Number(asked)) : undefined
    return found && shown(visit, work, found)
  })

/** The text that is being written, exactly as it would be shown; for whoever was given its address. */
export const preview = (visit: Visit): Promise<Answer> =>
  page(visit, async (work) => {
    const draft = await draftByProof(work, visit.params['proof'] ?? '')
    if (!draft) return undefined
    const isTranslated = visit.language === 'ja' || draft.bodyEn !== ''
    return {
      version: null,
      body: visit.language === 'en' && isTranslated ? draft.bodyEn : draft.bodyJa,
      isTranslated,
      effectiveOn: draft.effectiveOn,
      hash: null,
      summary: draft.summary,
      standing: 'DRAFT',
      others: [],
    }
  })

async function shown({ language }: Visit, work: Work, notice: Notice): Promise<PublishedNotice> {
  const all = await notices(work)
  const inForce = all.find(({ isInForce }) => isInForce)
  const isTranslated = language === 'ja' || notice.bodyEn !== ''
  const inEnglish = language === 'en' && isTranslated
  return {
    version: notice.version,
    body: inEnglish ? notice.bodyEn : notice.bodyJa,
    isTranslated,
    effectiveOn: notice.effectiveOn,
    hash: inEnglish ? notice.hashEn : notice.hashJa,
    summary: notice.summary,
    standing: notice.id === inForce?.id ? 'IN_FORCE' : notice.version > (inForce?.version ?? 0) ? 'UPCOMING' : 'PAST',
    others: all
      .filter(({ id }) => id !== notice.id)
      .map((one) => ({
        version: one.version,
        effectiveOn: one.effectiveOn,
        href: paths.privacyVersion(work.companyId, one.version),
      })),
  }
}

async function page(visit: Visit, asked: Asked): Promise<Answer> {
  const { installation, params, language } = visit
  const companyId = params['company'] ?? (await operatorId(installation)) ?? ''
  const frame = await publicFrame(visit)
  const neutral: Answer = { page: neutralPage(frame), status: 404 }
  if (!isId(companyId) || !(await companyIds(installation)).includes(companyId)) return neutral
  const opening = { companyId, actor: systemActor('portal.privacy') }
  const { own, recorded, notice } = await inCompany(installation, opening, async (work) => ({
    own: await company(work),
    recorded: await bases(work),
    notice: await asked(work),
  }))
  if (notice === undefined) return neutral
  const newest = [...new Map(recorded.toReversed().map((one) => [one.kind, one.purpose])).values()]
  return privacyPage(frame, {
    companyName: named(own, language),
    address: own.address,
    contactEmail: own.contactMail ?? installation.config.MAIL_FROM,
    licenceNumber: own.licenceNumber,
    purposes: newest,
    isOperator: own.kind === 'OPERATOR',
    notice,
  })
}
