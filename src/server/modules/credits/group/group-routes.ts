import * as contract from '../../../../contract/credits/credit-group.ts'
import { done } from '../../../../contract/route.ts'
import type { Bind } from '../../../kernel/http/http.ts'
import { declareSubsidiary, settleLink } from './group.ts'
import { sendSlots } from './group-transfers.ts'
import { groupLinks, latestTransfers, type GroupLink, type GroupTransfer } from './store-group.ts'

/** The companies of the same group, and the slots that travel between them. */
export function groupRoutes(bind: Bind): void {
  bind.company(contract.readCreditGroup, async (work) => ({
    links: (await groupLinks(work)).map(wireLink),
    transfers: (await latestTransfers(work)).map(wireTransfer),
  }))
  bind.company(contract.declareSubsidiary, async (work, { body }) => wireLink(await declareSubsidiary(work, body)))
  bind.company(contract.settleGroupLink, async (work, { params: { id }, body: { settle } }) =>
    wireLink(await settleLink(work, { id, settle })),
  )
  bind.company(contract.sendSlots, async (work, { params, body }) => {
    await sendSlots(work, { ...body, linkId: params.id })
    return done
  })
}

const wireLink = (link: GroupLink): contract.CreditGroupLink => ({
  ...link,
  declaredAt: link.declaredAt.toISOString(),
  settledAt: link.settledAt?.toISOString() ?? null,
})

const wireTransfer = (transfer: GroupTransfer): contract.CreditGroupTransfer => ({
  ...transfer,
  sentAt: transfer.sentAt.toISOString(),
  settledAt: transfer.settledAt?.toISOString() ?? null,
})
