import * as contract from '../../../../contract/consent/privacy-notices.ts'
import { done } from '../../../../contract/route.ts'
import type { Bind } from '../../../kernel/http/http.ts'
import { draftOf, keepDraft, notices, publishNotice, purposesSaid } from './notices.ts'
import { suggestNotice } from './notice-suggestion.ts'

export function noticeRoutes(bind: Bind): void {
  bind.company(contract.listPrivacyNotices, async (work) => {
    const draft = await draftOf(work)
    return {
      notices: (await notices(work)).map(shown),
      draft: draft ? { ...draft, changedAt: draft.changedAt.toISOString() } : null,
      noticeUrl: new URL(`/privacy/${work.companyId}`, work.installation.config.portalUrl).href,
      purposes: await purposesSaid(work),
    }
  })
  bind.company(contract.suggestPrivacyNotice, (work) => suggestNotice(work))
  bind.company(contract.keepNoticeDraft, async (work, { body }) => {
    await keepDraft(work, body)
    return done
  })
  bind.company(contract.publishPrivacyNotice, async (work, { body }) => {
    const { id } = await publishNotice(work, body)
    const kept = (await notices(work)).find((one) => one.id === id)
    if (!kept) throw new Error('the notice was not kept')
    return shown(kept)
  })
}

const shown = (notice: Awaited<ReturnType<typeof notices>>[number]) => ({
  ...notice,
  recordedAt: notice.recordedAt.toISOString(),
})
