import { industryWords } from '../../contract/accounts/industry-words.ts'
import { dateText } from '../dates.ts'
import { choices, form, problemSummary, selectField, textField } from '../form.ts'
import type { Instant, Language, Problem, SessionFrame } from '../frame.ts'
import type { Html } from '../html.ts'
import { attributes, html } from '../html.ts'
import { sessionPage } from '../page.ts'
import { paths } from '../paths.ts'
import { badge, moment, notice, section } from '../pieces.ts'
import { listText } from '../punctuation.ts'
import type { SearchKey } from '../text/ja/words.ts'
import { textIn } from '../text/text.ts'

export interface Blocked {
  blockId: string
  companyName: string
  since: Instant
  /** Official names of the companies of the network that it leaves out; none where it leaves out nobody so far. */
  meant: readonly string[]
}

export interface Settings {
  /** Days as `YYYY-MM-DD`; `until` may be empty. */
  search: { level: SearchKey; until: string; earliest: string }
  budget: { limit: number; used: number; choices: readonly number[] }
  /** Full hours during which no mail comes; null when it may come at any hour. */
  quiet: { from: number; until: number } | null
  /** In which language the relay writes. */
  mailLanguage: Language
  blocks: readonly Blocked[]
  /** Lines of business to which the member is not shown, as letters. */
  hiddenIndustries: readonly string[]
  /** The employer that is on record, as long as it is not blocked: offered first. */
  employer: string
  /** From when on a member who is not heard of is asked whether to stay; null where nobody is. */
  askedFrom: Instant | null
  saved: boolean
  /** The voluntary survey is open, or was answered. */
  isAskedForAudit: boolean
  /** The block that was added a moment ago, by its id. */
  justBlocked: string | null
  problems: readonly Problem[]
}

/** What adding a company has brought: from whom the person is hidden, or that nobody of the network was meant. */
function blockedNotice(frame: SessionFrame, { blocks, justBlocked }: Settings): Html | null {
  const t = textIn(frame.language).settings
  const added = blocks.find(({ blockId }) => blockId === justBlocked)
  if (!added) return null
  const { companyName, meant } = added
  return meant.length === 0
    ? notice(
        'grave',
        html`<p role="status">${t.justUnmatched(companyName)}</p>
          <p>${t.blockUnmatchedNote}</p>`,
      )
    : notice('good', html`<p role="status">${t.justMatched(listText(meant, frame))}</p>`)
}

function blockList(frame: SessionFrame, { blocks, employer, problems }: Settings): Html {
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
                    <br />${
                      one.meant.length === 0
                        ? html`${badge('waiting', t.blockUnmatched)}<br /><small>${t.blockUnmatchedNote}</small>`
                        : badge('good', t.blockMatched(listText(one.meant, frame)))
                    }
                  </div>
                  ${form({ frame, action: paths.unblockCompany(one.blockId), label: t.removeLabel(one.companyName), submit: t.remove, tone: 'quiet' })}
                </li>`,
            )}
          </ul>`
    }
    ${form({ frame, action: paths.blockCompany(), submit: t.add, tone: 'even', body: textField({ frame, name: 'company', label: t.block, hint: employer === '' ? t.blockHint : t.blockEmployer(employer), maxlength: 120, required: true, value: employer, problems }) })}`
}

function industries(frame: SessionFrame, { hiddenIndustries, problems }: Settings): Html {
  const { settings: t, frame: f } = textIn(frame.language)
  const options = Object.entries(industryWords[frame.language]).map(([value, label]) => ({ value, label }))
  return html`<p>${t.industriesLead}</p>
    ${form({
      frame,
      action: paths.hideIndustries(),
      submit: f.save,
      tone: 'even',
      body: html`<details class="more" ${attributes({ open: problems.some(({ field }) => field === 'industries') })}>
        <summary>
          ${hiddenIndustries.length === 0 ? t.industriesChoose : t.industriesChosen(hiddenIndustries.length)}
        </summary>
        ${choices({ frame, name: 'industries', label: t.industries, type: 'checkbox', options, chosen: hiddenIndustries, problems })}
      </details>`,
    })}`
}

const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${hour}:00` }))

function quietHours(frame: SessionFrame, { quiet, problems }: Settings): Html {
  const { settings: t, frame: f } = textIn(frame.language)
  const { from, until } = quiet ?? { from: 21, until: 8 }
  const hour = (name: string, label: string, value: number) =>
    selectField({ frame, name, label, required: true, value: String(value), options: hours, problems })
  return html`<p>${t.quietLead}</p>
    ${form({
      frame,
      action: paths.saveQuietHours(),
      submit: f.save,
      tone: 'even',
      body: html`<label class="choice"
          ><input
            ${attributes({ type: 'checkbox', id: 'quiet', name: 'quiet', value: 'yes', checked: quiet !== null })}
          /><span>${t.quiet}</span></label
        >
        <div class="side-by-side">
          ${hour('quietFrom', t.quietFrom, from)}${hour('quietUntil', t.quietUntil, until)}
        </div>`,
    })}`
}

function mailLanguage(frame: SessionFrame, { mailLanguage: chosen, problems }: Settings): Html {
  const { settings: t, frame: f } = textIn(frame.language)
  const options = (['ja', 'en'] as const).map((value) => ({ value, label: textIn(value).frame.languageName }))
  return form({
    frame,
    action: paths.saveLanguage(),
    submit: f.save,
    tone: 'even',
    body: selectField({ frame, name: 'language', label: t.language, required: true, value: chosen, options, problems }),
  })
}

function lasting(frame: SessionFrame, { askedFrom }: Settings): Html {
  const { registrationTerm: t } = textIn(frame.language)
  return html`<p>${askedFrom === null ? t.off : t.short(dateText(askedFrom, frame))}</p>
    <p><a href="${paths.registration()}">${t.link}</a></p>`
}

/** Forms of their own: `level` and `until`; `limit`; `quiet`, `quietFrom` and `quietUntil`; `language`; `company`. */
export function settingsPage(frame: SessionFrame, model: Settings): Html {
  const { settings: t, words, frame: f, registrationTerm: r, impact: i } = textIn(frame.language)
  const levels: readonly SearchKey[] = ['ACTIVE', 'OPEN', 'LATER', 'CLOSED']
  const { problems } = model
  return sessionPage(frame, {
    title: t.title,
    lead: html`<p>${t.lead}</p>`,
    body: html`${model.saved ? notice('good', html`<p role="status">${t.saved}</p>`) : null}
    ${blockedNotice(frame, model)}
    ${problemSummary(frame, problems, { level: t.status, until: t.until, limit: t.budget, quietUntil: t.quietUntil, language: t.language, company: t.block })}
    ${section(
      t.statusHeading,
      html`<p>${t.statusLead}</p>
        ${form({
          frame,
          action: paths.saveStatus(),
          submit: f.save,
          tone: 'even',
          body: html`${choices({ frame, name: 'level', label: t.status, type: 'radio', options: levels.map((value) => ({ value, label: words.search[value] })), chosen: [model.search.level], problems })}${textField({ frame, name: 'until', label: t.until, hint: t.untilHint, type: 'date', min: model.search.earliest, value: model.search.until, problems })}`,
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
    ${section(t.quietHeading, quietHours(frame, model))} ${section(t.languageHeading, mailLanguage(frame, model))}
    ${section(t.blockHeading, blockList(frame, model), 'blocks')}
    ${section(t.industriesHeading, industries(frame, model))} ${section(r.title, lasting(frame, model))}
    ${
      model.isAskedForAudit
        ? section(
            i.link,
            html`<p>${i.linkLead}</p>
              <p class="actions"><a class="button even" href="${paths.impact()}">${i.link}</a></p>`,
          )
        : null
    }`,
  })
}
