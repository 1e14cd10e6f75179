import { onAcross, onCompany, onMember } from '../../kernel/announcements.ts'
import { listed } from '../../kernel/jobs.ts'
import type { Module } from '../../kernel/module.ts'
import { accountsActed, standingChanged } from '../accounts/index.ts'
import { memberConsentChanged } from '../consent/index.ts'
import { letterChanged, relayProfileChanged, shareReceived, shareVoided } from '../relay/index.ts'
import { applicationChanged, evaluationRecorded, interviewChanged } from '../selection/index.ts'
import {
  applyCancel,
  applyEnd,
  applyGone,
  applyProgress,
  applyQuestion,
  applyReply,
  endWhenLeft,
  endWhenVoided,
} from './settling/across.ts'
import * as said from './announcements.ts'
import { endAway, endUndelivered, endWhenAway } from './settling/away.ts'
import { clocks } from './answering/clock.ts'
import { contributions } from './contributions.ts'
import { gateRoutes } from './gate/gate-routes.ts'
import { admitAsk, applyGate, endAtGate, gateStands, leaveGate } from './gate/gate.ts'
import { memberMails } from './mails/member-mails.ts'
import { introductionStands, mirrorStanding } from './settling/network.ts'
import { keepObjection } from './promises/objections.ts'
import { mirrorPromise } from './promises/promise-network.ts'
import { applyFinding, applySaid, tellPerson } from './promises/promise-telling.ts'
import { followPromises, promiseClocks } from './promises/promises.ts'
import { routes } from './routes.ts'
import { followApplication, settleYes } from './settling/settling.ts'

export { introductionStands } from './settling/network.ts'
export { introductionEnded, introductionProgressed, promiseStands } from './announcements.ts'
export { ask, introduction, introductionsFor } from './answering/answer.ts'
export { knownElsewhere } from './answering/own-names.ts'
export type { Answered, IntroductionLine, IntroductionView, ShownState } from './answering/answer.ts'
export { findIntroductionLink, linkFollowed, stopIntroductionLinks } from './mails/member-links.ts'
export { answerIntroduction } from './answering/exchange.ts'
export { answerTimes, askedSince, countLapsing, countStandings, spentByDay } from './settling/store-network.ts'
export { countGated } from './gate/store-gate.ts'
export { waitingIntroductions, type WaitingIntroductions } from './settling/reports.ts'
export { memberBehind } from './asking/arrival.ts'
export {
  findAccepted,
  findAcceptedAsk,
  introductionIdsOf,
  isErasedHere,
  mailAboutDispute,
} from './settling/accepted.ts'
export {
  acceptedIntroductions,
  introductionMonths,
  introductionsByEmployer,
  networkIntroduction,
} from './settling/store-network.ts'
export { sayOfPromise, type ShownPromise } from './promises/promise-telling.ts'
export { networkPromises } from './promises/promise-routes.ts'
export { countObjected } from './promises/store-network-promises.ts'
export { promisesToMember } from './promises/store-member-promises.ts'
export { cancel, reply, request } from './asking/request.ts'
export type { Asked } from './asking/request.ts'
export { recordOutcome } from './settling/settling.ts'
export { introductionOf, introductions } from './asking/view.ts'

export const introductionsModule: Module = {
  name: 'introductions',
  routes: (bind) => {
    routes(bind)
    gateRoutes(bind)
  },
  subscriptions: [
    onAcross(said.introductionAsked, 'introductions.deliver', admitAsk),
    onAcross(gateStands, 'introductions.gate', applyGate),
    onAcross(said.cancelAsked, 'introductions.cancel', applyCancel),
    onAcross(said.companyReplied, 'introductions.reply', applyReply),
    onAcross(said.introductionProgressed, 'introductions.progress', applyProgress),
    onAcross(said.introductionEnded, 'introductions.end', applyEnd),
    onAcross(introductionStands, 'introductions.network', mirrorStanding),
    onAcross(said.personAsked, 'introductions.question', applyQuestion),
    onAcross(said.personGone, 'introductions.gone', applyGone),
    onCompany(standingChanged, 'introductions.suspended', (work) => endWhenAway(work)),
    onCompany(accountsActed, 'introductions.mode', async (work, { payload }) => {
      if (payload.action === 'company.changed') await endWhenAway(work)
    }),
    onMember(shareVoided, 'introductions.undelivered', (work, { payload }) => endUndelivered(work, payload)),
    onCompany(shareReceived, 'introductions.yes', (work, { payload }) => settleYes(work, payload)),
    onCompany(applicationChanged, 'introductions.follow', (work, { payload }) => followApplication(work, payload)),
    onAcross(said.promiseStands, 'introductions.promise-network', mirrorPromise),
    onAcross(said.promiseStands, 'introductions.promise-member', tellPerson),
    onAcross(said.promiseAnswered, 'introductions.promise-said', applySaid),
    onAcross(said.promiseObjected, 'introductions.promise-objected', keepObjection),
    onAcross(said.promiseFound, 'introductions.promise-found', applyFinding),
    onCompany(interviewChanged, 'introductions.promise-interview', (work, { payload }) =>
      followPromises(work, payload.applicationId),
    ),
    onCompany(letterChanged, 'introductions.promise-letter', (work, { payload }) =>
      followPromises(work, payload.applicationId),
    ),
    onCompany(evaluationRecorded, 'introductions.promise-evaluation', (work, { payload }) =>
      followPromises(work, payload.applicationId),
    ),
    onMember(relayProfileChanged, 'introductions.left', (work) => endWhenLeft(work)),
    onAcross(relayProfileChanged, 'introductions.left-gate', async (installation, { realmId, payload }) => {
      if (payload.profile === null) await leaveGate(installation, realmId)
    }),
    onMember(memberConsentChanged, 'introductions.voided', (work, { payload }) => endWhenVoided(work, payload)),
  ],
  intents: [clocks, memberMails, promiseClocks],
  jobs: [listed(endAway), listed(endAtGate)],
  contributions,
}
