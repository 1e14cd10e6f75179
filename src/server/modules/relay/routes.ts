import * as contract from '../../../contract/relay/relay.ts'
import * as preflights from '../../../contract/relay/preflights.ts'
import * as referrals from '../../../contract/relay/referrals.ts'
import { readReconciliation } from '../../../contract/relay/reconciliation.ts'
import { done } from '../../../contract/route.ts'
import type { Bind } from '../../kernel/http/http.ts'
import { operatingMode } from '../accounts/index.ts'
import { record } from '../audit/index.ts'
import { basis } from '../consent/index.ts'
import { askingRoutes } from './asking/asking-routes.ts'
import { networkRoutes } from './referrals/network-routes.ts'
import { letterFileRoutes } from './letters/lists/letter-file-routes.ts'
import { letterLinkRoutes } from './letters/letter-link-routes.ts'
import { linkFieldRoutes } from './link-field/link-field-routes.ts'
import { cursorText, readCursor } from './letters/lists/cursors.ts'
import { hastenLetter, undoLetter } from './letters/letters.ts'
import { approvePreflight, discardPreflight, preflight } from './preflights/preflight.ts'
import { preflightPage, shownPreflight } from './preflights/preflight-views.ts'
import { reconciliation } from './referrals/reconciliation.ts'
import { sendToMe } from './letters/sample.ts'
import { changeSettings, relaySettings, switches, switchOff } from './letters/settings.ts'
import { retryPreflight, stopPreflight } from './letters/stopping.ts'
import { referralPage, relayStanding } from './letters/steps.ts'
import * as rejections from './letters/store-rejections.ts'
import { overdueBefore, recordTold, untoldPage } from './letters/told.ts'
import { trialRoutes } from './trials/trial-routes.ts'
import { letterPage } from './letters/lists/views.ts'

export function routes(bind: Bind): void {
  letterRoutes(bind)
  letterLinkRoutes(bind)
  letterFileRoutes(bind)
  linkFieldRoutes(bind)
  preflightRoutes(bind)
  trialRoutes(bind)
  networkRoutes(bind)
  askingRoutes(bind)
  bind.company(referrals.listReferrals, async (work, { query }) => {
    const shown = await referralPage(work, query)
    await record(work, { action: 'relay.referrals-read', detail: { ids: shown.referrals.map((one) => one.letterId) } })
    return shown
  })
  bind.company(referrals.readRelayStanding, async (work, { params: { id } }) => {
    await record(work, { action: 'relay.person-read', subject: { kind: 'person', id } })
    return relayStanding(work, id)
  })
  bind.company(readReconciliation, reconciliation)
  bind.company(contract.readRelaySettings, async (work) => ({
    settings: await relaySettings(work),
    switches: (await switches(work)).map(({ onSince, ...one }) => ({
      ...one,
      onSince: onSince?.toISOString() ?? null,
    })),
    hasBasis: (await basis(work, 'LETTER')) !== undefined,
    mode: await operatingMode(work),
  }))
  bind.company(contract.changeRelaySettings, (work, { body }) =>
    changeSettings(work, Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))),
  )
  bind.company(contract.switchLettersOff, async (work, { params: { scope } }) => {
    await switchOff(work, scope)
    return done
  })
  bind.company(contract.listUntold, async (work, { query: { cursor, limit, overdue: isOverdue, ...filter } }) => {
    const overdueSince = overdueBefore(work)
    const { people, next } = await untoldPage(work, {
      ...filter,
      ...(isOverdue && { endedUntil: overdueSince }),
      after: readCursor(cursor),
      limit,
    })
    const { all, overdue } = await rejections.countUntold(work, overdueSince)
    await record(work, { action: 'relay.untold-read', detail: { ids: people.map((one) => one.applicationId) } })
    return {
      people: people.map((one) => ({ ...one, endedAt: one.endedAt.toISOString() })),
      count: all,
      overdue,
      nextCursor: next && cursorText(next),
    }
  })
  bind.company(contract.recordTold, async (work, { params: { id }, body: { how, at } }) => {
    await recordTold(work, { applicationId: id, how, at: at ? new Date(at) : work.now })
    return done
  })
}

function letterRoutes(bind: Bind): void {
  bind.company(contract.listLetters, async (work, { query }) => {
    const shown = await letterPage(work, query)
    await record(work, { action: 'relay.letters-read', detail: { ids: shown.letters.map(({ id }) => id) } })
    return shown
  })
  bind.company(contract.undoLetter, async (work, { params: { id } }) => {
    await undoLetter(work, id)
    return done
  })
  bind.company(contract.hastenLetter, async (work, { params: { id } }) => ({
    dueAt: (await hastenLetter(work, id)).toISOString(),
  }))
  bind.company(contract.sendLetterToMe, async (work, { body }) => {
    await sendToMe(work, body)
    return done
  })
}

function preflightRoutes(bind: Bind): void {
  bind.company(preflights.makePreflight, async (work, { body }) => {
    if (body.kind === 'SWITCH_ON') await preflight(work, body)
    else {
      const { endedFrom, endedUntil, ...rest } = body.filter
      const filter = {
        ...rest,
        ...(endedFrom && { endedFrom: new Date(endedFrom) }),
        ...(endedUntil && { endedUntil: new Date(endedUntil) }),
      }
      await preflight(work, { id: body.id, kind: body.kind, filter })
    }
    return shownPreflight(work, body.id)
  })
  bind.company(preflights.readPreflight, (work, { params: { id } }) => shownPreflight(work, id))
  bind.company(preflights.listPreflightRows, async (work, { params: { id }, query }) => {
    const page = await preflightPage(work, id, query)
    const ids = page.rows.map(({ applicationId }) => applicationId)
    await record(work, { action: 'relay.preflight-read', subject: { kind: 'preflight', id }, detail: { ids } })
    return page
  })
  bind.company(preflights.approvePreflight, (work, { params: { id }, body: { fingerprint } }) =>
    approvePreflight(work, { id, fingerprint }),
  )
  bind.company(preflights.stopPreflight, (work, { params: { id } }) => stopPreflight(work, id))
  bind.company(preflights.retryPreflight, async (work, { params: { id } }) => {
    await retryPreflight(work, id)
    return shownPreflight(work, id)
  })
  bind.company(preflights.discardPreflight, async (work, { params: { id } }) => {
    await discardPreflight(work, id)
    return done
  })
}
