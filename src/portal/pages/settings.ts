import { dateText, dayText } from '../dates.ts'
import { choices, form, problemSummary, selectField, textField } from '../form.ts'
import type { Day, Instant, Problem, SessionFrame } from '../frame.ts'
import type { Html } from '../html.ts'
import { html } from '../html.ts'
import { sessionPage } from '../page.ts'
import { paths } from '../paths.ts'
import { facts, moment, notice, section } from '../pieces.ts'
import type { SearchKey, StageKey } from '../text/ja/words.ts'
import { textIn } from '../text/text.ts'

export interface Settings {
  /** `until` is a day as `YYYY-MM-DD`, or empty. */
  search: { level: SearchKey; until: string }
  budget: { limit: number; used: number; choices: readonly number[] }
  blocks: readonly { blockId: string; companyName: string; since: Instant }[]
  saved: boolean
  problems: readonly Problem[]
}

function blockList(frame: SessionFrame, { blocks, problems }: Settings): Html {
  const t = textIn(frame.language).settings
  return html`<p>${t.blockLead}</p>
    ${
      blocks.length === 0
        ? html`<p class="aside">${t.emptyBlocks}</p>`
        : html`<ul class="rows">
            ${blocks.map(
              (one) =>
                html`<li class="standing">
                  <div>
                    ${one.companyName}<br /><small>${moment(one.since, t.since(dateText(one.since, frame)))}</small>
                  </div>
                  ${form({ frame, action: paths.unblockCompany(one.blockId), label: t.removeLabel(one.companyName), submit: t.remove, tone: 'quiet' })}
                </li>`,
            )}
          </ul>`
    }
    ${form({ frame, action: paths.blockCompany(), submit: t.add, tone: 'even', body: textField({ frame, name: 'company', label: t.block, hint: t.blockHint, maxlength: 120, required: true, value: '', problems }) })}`
}

/** Three forms: `level` and `until`; `limit`; `company`. */
export function settingsPage(frame: SessionFrame, model: Settings): Html {
  const { settings: t, words, frame: f } = textIn(frame.language)
  const levels: readonly SearchKey[] = ['ACTIVE', 'OPEN', 'LATER', 'CLOSED']
  const { problems } = model
  return sessionPage(frame, {
    title: t.title,
    lead: html`<p>${t.lead}</p>`,
    body: html`${model.saved ? notice('good', html`<p role="status">${t.saved}</p>`) : null}
    ${problemSummary(frame, problems, { level: t.status, until: t.until, limit: t.budget, company: t.block })}
    ${section(
      t.statusHeading,
      html`<p>${t.statusLead}</p>
        ${form({
          frame,
          action: paths.saveStatus(),
          submit: f.save,
          tone: 'even',
          body: html`${choices({ frame, name: 'level', label: t.status, type: 'radio', options: levels.map((value) => ({ value, label: words.search[value] })), chosen: [model.search.level], problems })}${textField({ frame, name: 'until', label: t.until, hint: t.untilHint, type: 'date', value: model.search.until, problems })}`,
        })}`,
    )}
    ${section(
      t.budgetHeading,
      html`<p>${t.budgetLead}</p>
        <p class="aside">${t.budgetUsed(model.budget.used)}</p>
        ${form({
          frame,
          action: paths.saveBudget(),
          submit: f.save,
          tone: 'even',
          body: selectField({
            frame,
            name: 'limit',
            label: t.budget,
            required: true,
            value: String(model.budget.limit),
            options: model.budget.choices.map((count) => ({ value: String(count), label: t.budgetOption(count) })),
            problems,
          }),
        })}`,
    )}
    ${section(t.blockHeading, blockList(frame, model), 'blocks')}`,
  })
}

/** What a certificate says; the employer is described, never named, on this page. */
export interface Certificate {
  certificateId: string
  stage: StageKey
  occupation: string
  employerKind: string
  period: string
  issuedAt: Instant
  validUntil: Day
  verificationNumber: string
  downloadHref: string
}

export interface Certificates {
  certificates: readonly Certificate[]
}

export function certificatesPage(frame: SessionFrame, { certificates }: Certificates): Html {
  const { settings, words } = textIn(frame.language)
  const t = settings.certificates
  return sessionPage(frame, {
    title: t.title,
    lead: html`<p>${t.lead}</p>`,
    body:
      certificates.length === 0
        ? notice('calm', html`<p>${t.empty}</p>`)
        : html`<ul class="plain-list">
            ${certificates.map(
              (one) =>
                html`<li class="card certificate">
                  <h2 class="card-title">${words.stages[one.stage]}</h2>
                  ${facts([
                    [t.occupation, one.occupation],
                    [t.employer, html`${one.employerKind}<br /><small>${t.hidden}</small>`],
                    [t.period, one.period],
                    [t.issued, moment(one.issuedAt, dateText(one.issuedAt, frame))],
                    [t.validUntil, dayText(one.validUntil, frame)],
                    [t.signature, html`<code>${one.verificationNumber}</code>`],
                  ])}
                  <p class="actions"><a class="button even" href="${one.downloadHref}">${t.show}</a></p>
                </li>`,
            )}
          </ul>`,
  })
}

/** When one company lets the person apply again. */
export interface ReapplyRule {
  companyName: string
  /** Null: the company has set no waiting time. */
  from: Day | null
  /** True when the day has come. */
  open: boolean
  cooldownMonths: number | null
  /** Which openings the rule covers, in words; null for all. */
  scope: string | null
  otherOpeningsOpen: boolean
  note: string | null
}

export interface Reapply {
  rules: readonly ReapplyRule[]
}

export function reapplyPage(frame: SessionFrame, { rules }: Reapply): Html {
  const t = textIn(frame.language).settings.reapply
  const when = (rule: ReapplyRule): string =>
    rule.from === null ? t.any : rule.open ? t.now : t.from(dayText(rule.from, frame))
  return sessionPage(frame, {
    title: t.title,
    lead: html`<p>${t.lead}</p>`,
    body:
      rules.length === 0
        ? notice('calm', html`<p>${t.empty}</p>`)
        : html`<ul class="plain-list">
            ${rules.map(
              (rule) =>
                html`<li class="card">
                  <h2 class="card-title">${rule.companyName}</h2>
                  <p><strong>${when(rule)}</strong></p>
                  ${rule.cooldownMonths === null || rule.open ? null : html`<p class="aside">${t.rule(rule.cooldownMonths)}</p>`}
                  ${rule.scope ? html`<p>${t.scope(rule.scope)}</p>` : null}
                  ${rule.otherOpeningsOpen && !rule.open ? html`<p>${t.otherOpenings}</p>` : null}
                  ${facts([[t.note, rule.note]])}
                </li>`,
            )}
          </ul>`,
  })
}
