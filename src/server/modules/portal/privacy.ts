import { neutralPage, privacyPage } from '../../../portal/index.ts'
import { isId } from '../../kernel/ids.ts'
import { inCompany, systemActor } from '../../kernel/work.ts'
import { company, companyIds, operatorId } from '../accounts/index.ts'
import { bases } from '../consent/index.ts'
import { publicFrame } from './frames.ts'
import { named } from './offering.ts'
import type { Answer, Visit } from './visit.ts'

/** How one company handles personal data, from what it recorded: public, and about nobody. */
export async function privacy(visit: Visit): Promise<Answer> {
  const { installation, params, language } = visit
  const companyId = params['company'] ?? (await operatorId(installation)) ?? ''
  const frame = await publicFrame(visit)
  if (!isId(companyId) || !(await companyIds(installation)).includes(companyId))
    return { page: neutralPage(frame), status: 404 }
  const opening = { companyId, actor: systemActor('portal.privacy') }
  const { own, recorded } = await inCompany(installation, opening, async (work) => ({
    own: await company(work),
    recorded: await bases(work),
  }))
  const newest = [...new Map(recorded.toReversed().map((one) => [one.kind, one.purpose])).values()]
  return privacyPage(frame, {
    companyName: named(own, language),
    address: own.address,
    contactEmail: own.contactMail ?? installation.config.MAIL_FROM,
    licenceNumber: own.licenceNumber,
    purposes: newest,
  })
}
