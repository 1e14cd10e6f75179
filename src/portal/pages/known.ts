import { dateText, dayText } from '../dates.ts'
import { form, problemSummary, textArea, toldOnce, valueField, type ValueInput } from '../form.ts'
import type { Day, Instant, Problem, SessionFrame } from '../frame.ts'
import type { Html } from '../html.ts'
import { html, lines } from '../html.ts'
import { sessionPage } from '../page.ts'
import { paths } from '../paths.ts'
import { badge, bullets, card, facts, moment, notice, section } from '../pieces.ts'
import type { FieldKey, ResultKey, StageKey } from '../text/ja/words.ts'
import { textIn } from '../text/text.ts'
import { employerOffer } from './hide-employer.ts'
import { unlisted } from './unlisted.ts'

export interface KnownApplication {
  openingTitle: string
  appliedOn: Day | null
  stage: StageKey
  result: ResultKey
  decidedAt: Instant | null
}

/** The last request to correct a value, while it is open and where it was refused. */
export interface StandingCorrection {
  number: string
  /** The day by which it is answered; null once it was refused. */
  dueAt: Instant | null
}

/** One value that is held, with where and when it came from. */
export interface KnownField {
  claimId: string
  /** A field of the product, or the company's own label for one of its own. */
  field: FieldKey | { label: string }
  value: string
  /** In the language of the page: 「応募フォーム」. */
  source: string
  observedAt: Instant
  confirmed: boolean
  correction?: StandingCorrection | undefined
}

/** An erasure that the person asked for and that is not done yet. */
export interface PendingErasure {
  number: string
  openedAt: Instant
  /** The day by which it is answered; null once it was granted. */
  dueAt: Instant | null
}

export interface Known {
  personName: string
  erasure: PendingErasure | null
  applications: readonly KnownApplication[]
  fields: readonly KnownField[]
  /** Whether the code was entered: before it the page says which fields are held, and no value. */
  isOpen: boolean
  /** How many values of other sources wait for the person's word. */
  proposed: number
  /** What may be offered next: to who is registered, to link this letter; null when there is nothing to offer. */
  offer: 'IN_HOUSE' | 'RELAY' | 'LINK' | null
}

/** Where a request stands on the page of requests. */
export const requestAnchor = (number: string): string => `request-${number}`

export function fieldLabel(frame: SessionFrame, field: KnownField['field']): string {
  return typeof field === 'string' ? textIn(frame.language).words.fields[field] : field.label
}

function applicationCard(frame: SessionFrame, application: KnownApplication): Html {
  const { known: t, words } = textIn(frame.language)
  return card(
    facts([
      [t.opening, application.openingTitle],
      [t.appliedOn, application.appliedOn && moment(application.appliedOn, dayText(application.appliedOn, frame))],
      [t.stage, words.stages[application.stage]],
      [t.result, html`<strong>${words.results[application.result]}</strong>`],
      [t.decidedOn, application.decidedAt && moment(application.decidedAt, dateText(application.decidedAt, frame))],
    ]),
  )
}

/** That the person asked for this value to be corrected, or was refused; it leads to the request. */
function correctionBadge(frame: SessionFrame, { number, dueAt }: StandingCorrection): Html {
  const t = textIn(frame.language).known.underCorrection
  const standing = dueAt === null ? badge('over', t.refused) : badge('waiting', t.open(number, dateText(dueAt, frame)))
  return html`<p><a href="${paths.requests()}#${requestAnchor(number)}">${standing}</a></p>`
}

/** The values that are held; each with its source, its date and a way to say that it is wrong. */
export function fieldList(frame: SessionFrame, fields: readonly KnownField[]): Html {
  const t = textIn(frame.language).known
  if (fields.length === 0) return html`<p>${t.nothingKnown}</p>`
  return html`<ul class="held">
    ${fields.map((one) => {
      const label = fieldLabel(frame, one.field)
      return html`<li>
        <div class="held-value">
          <h3>${label}${one.confirmed ? null : html` ${badge('waiting', t.unconfirmed)}`}</h3>
          <p>${lines(one.value)}</p>
          <p class="source">${t.source(one.source, dateText(one.observedAt, frame))}</p>
          ${one.correction ? correctionBadge(frame, one.correction) : null}
        </div>
        <a class="button quiet" href="${paths.correction(one.claimId)}"
          >${t.wrong}<span class="hidden">${t.wrongFor(label)}</span></a
        >
      </li>`
    })}
  </ul>`
}

/** Which fields are held, and the way to what stands in them. */
export function beforeCode(frame: SessionFrame, fields: readonly Pick<KnownField, 'field'>[], next: string): Html {
  const t = textIn(frame.language).refresh.before
  return html`${bullets(fields.map(({ field }) => fieldLabel(frame, field)))}
    <p>${t.text}</p>
    <p class="actions"><a class="button main" href="${paths.code()}?next=${next}">${t.go}</a></p>`
}

/** What stands in the fields, with what waits for the person's word. */
function heldValues(frame: SessionFrame, { fields, proposed }: Known): Html {
  const { known: t, proposals } = textIn(frame.language)
  return html`<p>${t.fieldsLead}</p>
    ${proposed > 0 ? proposedNotice(frame, proposals.waiting(proposed)) : null} ${fieldList(frame, fields)}`
}

function nextStep(frame: SessionFrame, offer: NonNullable<Known['offer']>): Html {
  const t = textIn(frame.language).known.next
  const company = frame.writer?.companyName ?? frame.service.operatorName
  if (offer === 'LINK')
    return section(
      t.heading,
      html`<p>${t.LINK.text(frame.service.name, company)}</p>
        <p class="actions"><a class="button main" href="${paths.link()}">${t.LINK.go}</a></p>`,
    )
  const text = offer === 'IN_HOUSE' ? t.IN_HOUSE.text(company) : t.RELAY.text(frame.service.name)
  return section(
    t.heading,
    html`<p>${text}</p>
      <p>${t.free}</p>
      <p class="actions"><a class="button main" href="${paths.register()}">${t[offer].go}</a></p>`,
  )
}

function erasureNotice(frame: SessionFrame, { number, openedAt, dueAt }: PendingErasure): Html {
  const t = textIn(frame.language).known.erasing
  return notice(
    'calm',
    html`<p><strong>${t.accepted(dateText(openedAt, frame), number)}</strong></p>
      <p>${dueAt === null ? t.underWay : t.due(dateText(dueAt, frame))}</p>
      <p><a href="${paths.requests()}">${t.toRequests}</a></p>`,
  )
}

/** Says that values of other sources wait for the person's word, and leads there. */
export function proposedNotice(frame: SessionFrame, said: string): Html {
  return notice(
    'calm',
    html`<p>${said}</p>
      <p><a href="${paths.proposals()}">${textIn(frame.language).proposals.look}</a></p>`,
  )
}

/** Who wrote, what came of the application, and everything that is held. */
export function knownPage(frame: SessionFrame, model: Known): Html {
  const t = textIn(frame.language).known
  return sessionPage(frame, {
    title: t.title,
    lead: html`<p>
      ${frame.writer ? t.lead(model.personName, frame.writer.companyName) : t.leadMember(model.personName)}
    </p>`,
    body: html`${model.erasure ? erasureNotice(frame, model.erasure) : null}${
      model.applications.length > 0
        ? section(
            t.applicationHeading,
            html`${model.applications.map((one) => applicationCard(frame, one))}
              <p>${t.thanks}</p>`,
          )
        : null
    }
    ${section(
      t.fieldsHeading,
      html`${model.isOpen || model.fields.length === 0 ? heldValues(frame, model) : beforeCode(frame, model.fields, paths.known())}
        <p class="aside"><a href="${paths.requests()}">${t.toRequests}</a></p>`,
    )}
    ${model.offer ? nextStep(frame, model.offer) : null}`,
  })
}

export interface Correction {
  field: KnownField
  /** How the right value is typed. */
  input: ValueInput
  /** What was typed, when the form is shown again. */
  value: string
  note: string
  problems: readonly Problem[]
}

/** Posts `value`, or `remove=yes`, and `note`. */
export function correctionPage(frame: SessionFrame, { field, input, value, note, problems }: Correction): Html {
  const t = textIn(frame.language).known
  const c = t.correction
  return sessionPage(frame, {
    title: c.title(fieldLabel(frame, field.field)),
    lead: html`<p>${c.lead(frame.writer?.companyName ?? frame.service.operatorName)}</p>`,
    body: html`${problemSummary(frame, problems, { value: c.right, note: c.note })}
      ${card(facts([[c.present, html`${lines(field.value)}<br /><small>${t.source(field.source, dateText(field.observedAt, frame))}</small>`]]))}
      ${form({
        frame,
        action: paths.correction(field.claimId),
        submit: c.submit,
        body: html`${valueField({ frame, name: 'value', input, label: c.right, unmarked: true, value, problems })}
          <label class="choice"><input type="checkbox" name="remove" value="yes" /><span>${c.remove}</span></label>
          ${toldOnce(problems)}
          ${textArea({ frame, name: 'note', label: c.note, rows: 3, maxlength: 1000, value: note, problems })}`,
      })}
      <p><a href="${paths.known()}">${textIn(frame.language).frame.backTo(t.title)}</a></p>`,
  })
}

export interface Profile {
  fields: readonly KnownField[]
  /** The day the anonymous profile leaves the network unless renewed; null while it is shown to nobody. */
  shownUntil: Instant | null
  /** Employers of this moment that could still find the person. */
  employers: readonly string[]
  saved: boolean
}

export function profilePage(frame: SessionFrame, model: Profile): Html {
  const t = textIn(frame.language).known.profile
  return sessionPage(frame, {
    title: t.title,
    lead: html`<p>${t.lead}</p>`,
    body: html`${model.saved ? notice('good', html`<p role="status">${t.saved}</p>`) : null}
      ${employerOffer(frame, model.employers)}
      ${section(textIn(frame.language).refresh.heading, fieldList(frame, model.fields))}
      ${model.shownUntil ? html`<p>${t.expires(dateText(model.shownUntil, frame))}</p>` : unlisted(frame)}
      <p class="actions">
        <a class="button main" href="${paths.editProfile()}">${t.edit}</a>
        <a class="button even" href="${paths.seen()}">${textIn(frame.language).seen.link}</a>
      </p>`,
  })
}
