import {
  cancelQueuedMail,
  handleReply as handleReplyRoute,
  listLetterTemplates,
  listMails,
  listOpenReplies,
  previewLetterTemplate,
  readMail,
  readMailTimeline,
  rewriteLetterTemplate,
  settleUnknownMail,
} from '../../../contract/messages.ts'
import { done } from '../../../contract/route.ts'
import type { Bind } from '../../kernel/http/http.ts'
import type { Work } from '../../kernel/work.ts'
import { record } from '../audit/index.ts'
import { openContent } from './content.ts'
import { letterTemplates, rewriteLetter, type LetterTemplate } from './letter-templates.ts'
import { cancelMail, mail } from './mails.ts'
import { countOpenReplies } from './inbound/store-inbound.ts'
import { handleReply, openReplies } from './inbound/replies.ts'
import { previewLetter } from './preview.ts'
import * as store from './store.ts'
import { timelineOf } from './timeline.ts'
import { settleUnknown } from './sending/unknown.ts'

export function routes(bind: Bind): void {
  bind.company(listMails, async (work, { query: { state, kind, cursor, limit } }) => {
    const mails = await store.listMails(work, {
      ...(state && { states: [state].flat() }),
      ...(kind && { kind }),
      ...(cursor && { before: cursor }),
      limit: limit + 1,
    })
    const page = mails.slice(0, limit)
    await record(work, { action: 'messages.listed', detail: { kind: kind ?? null, ids: page.map(({ id }) => id) } })
    return {
      mails: page.map((one) => summary(work, one)),
      counts: await store.countMails(work),
      nextCursor: mails.length > limit ? (page.at(-1)?.id ?? null) : null,
    }
  })
  bind.company(readMail, async (work, { params: { id } }) => {
    const { rendered, events, ...found } = await mail(work, id)
    await record(work, { action: 'messages.read', subject: { kind: 'mail', id } })
    return {
      ...wire(found),
      subject: rendered?.subject ?? null,
      text: rendered?.text ?? null,
      html: rendered?.html ?? null,
      messageId: found.messageId,
      events: events.map((event) => ({ ...event, at: event.at.toISOString() })),
    }
  })
  bind.company(settleUnknownMail, async (work, { params, body }) => {
    await settleUnknown(work, { mailId: params.id, ...body })
    return done
  })
  bind.company(cancelQueuedMail, async (work, { params, body }) => ({
    cancelled: await cancelMail(work, params.id, body.reason),
  }))
  bind.company(readMailTimeline, async (work, { params: { personId } }) => {
    const entries = await timelineOf(work, personId)
    await record(work, { action: 'messages.timeline', subject: { kind: 'person', id: personId } })
    return { entries: entries.map((entry) => ({ ...entry, at: entry.at.toISOString() })) }
  })
  bind.company(listLetterTemplates, async (work) => ({ templates: (await letterTemplates(work)).map(templateWire) }))
  bind.company(rewriteLetterTemplate, async (work, { params, body }) =>
    templateWire(await rewriteLetter(work, { ...params, ...body })),
  )
  bind.company(previewLetterTemplate, (work, { params, body }) => previewLetter(work, { ...params, ...body }))
  replyRoutes(bind)
}

function replyRoutes(bind: Bind): void {
  bind.company(listOpenReplies, async (work, { query: { cursor, limit } }) => {
    const replies = await openReplies(work, { after: cursor, limit: limit + 1 })
    const page = replies.slice(0, limit)
    const { count } = await countOpenReplies(work)
    return { replies: page, count, nextCursor: replies.length > limit ? (page.at(-1)?.id ?? null) : null }
  })
  bind.company(handleReplyRoute, async (work, { params: { id } }) => {
    await handleReply(work, id)
    return done
  })
}

type Shown = Pick<
  store.StoredMail,
  'id' | 'kind' | 'state' | 'recipient' | 'personId' | 'dueAt' | 'tries' | 'lastError' | 'settledAt'
>

const wire = ({ id, kind, state, recipient, personId, dueAt, tries, lastError, settledAt }: Shown) => ({
  id,
  kind,
  state,
  recipient,
  personId,
  dueAt: dueAt.toISOString(),
  tries,
  lastAnswer: lastError,
  settledAt: settledAt?.toISOString() ?? null,
})

const summary = (work: Work, one: store.StoredMail) => ({
  ...wire(one),
  subject: one.content === null ? null : openContent(work, one.id, one.content).subject,
})

const templateWire = ({ stage, offer, language, version, subject, body, allowed, writtenAt }: LetterTemplate) => ({
  stage,
  offer,
  language,
  version,
  subject,
  body,
  allowed: [...allowed],
  writtenAt: writtenAt?.toISOString() ?? null,
})
