import { impactWords } from '../../contract/impact/impact-words.ts'
import { races, sexes, type Jurisdiction, type Race, type Sex } from '../../contract/impact/impact.ts'
import { dateText } from '../dates.ts'
import { choices, form, problemSummary } from '../form.ts'
import type { Instant, Problem, SessionFrame } from '../frame.ts'
import { attributes, html, type Html } from '../html.ts'
import { sessionPage } from '../page.ts'
import { paths } from '../paths.ts'
import { bullets, card, notice, section } from '../pieces.ts'
import { textIn } from '../text/text.ts'
import { consentTerms, type ConsentOffer } from './consent-offer.ts'

export interface ImpactAnswers {
  sex: Sex | null
  race: Race | null
}

export interface Impact {
  /** The audit that asks; null where none does any more. */
  audit: { operatorName: string; jurisdiction: Jurisdiction; offer: ConsentOffer } | null
  /** What stands, and since when. */
  answers: (ImpactAnswers & { since: Instant }) | null
  chosen: ImpactAnswers
  justDone: 'SAVED' | 'REMOVED' | null
  problems: readonly Problem[]
}

/** Answered or not, both are of one weight: nothing is chosen beforehand, and every question can be left open. */
function asking(frame: SessionFrame, { audit, chosen, answers, problems }: Impact): Html | null {
  if (!audit) return null
  const t = textIn(frame.language).impact
  const words = impactWords[frame.language]
  const { offer, jurisdiction } = audit
  const group = (name: 'sex' | 'race', label: string, options: { value: string; label: string }[]) =>
    choices({
      frame,
      name,
      label,
      type: 'radio',
      hint: name === 'race' ? t.raceHint : null,
      options: [...options, { value: '', label: t.noAnswer }],
      chosen: [chosen[name] ?? ''],
      problems,
    })
  return section(
    answers ? t.changeHeading : t.formHeading,
    form({
      frame,
      action: paths.impact(),
      submit: t.submit,
      tone: 'even',
      body: html`${group(
          'sex',
          t.sex,
          sexes.map((value) => ({ value, label: words.sexes[value] })),
        )}
        ${group(
          'race',
          t.race,
          races.map((value) => ({ value, label: words.races[value] })),
        )}
        ${consentTerms(frame, offer)}
        <label class="choice"
          ><input
            ${attributes({ type: 'checkbox', id: 'concerns', name: 'concerns', value: 'yes', required: true })}
          /><span>${t.concerns(words.jurisdictions[jurisdiction])}</span></label
        >`,
    }),
  )
}

/** `sex`, `race` (each may be empty) and `concerns`; a form of its own deletes. */
export function impactPage(frame: SessionFrame, model: Impact): Html {
  const t = textIn(frame.language).impact
  const words = impactWords[frame.language]
  const { audit, answers, justDone, problems } = model
  const said = ({ sex, race }: ImpactAnswers) =>
    [sex ? words.sexes[sex] : t.noAnswer, race ? words.races[race] : t.noAnswer] as const
  return sessionPage(frame, {
    title: t.title,
    lead: audit ? html`<p>${t.lead(audit.operatorName)}</p>` : html`<p>${t.over}</p>`,
    body: html`${justDone ? notice('good', html`<p role="status">${justDone === 'SAVED' ? t.saved : t.removed}</p>`) : null}
    ${problemSummary(frame, problems, { sex: t.sex, race: t.race, concerns: audit ? t.concerns(words.jurisdictions[audit.jurisdiction]) : '' })}
    ${audit ? html`<p><strong>${t.why(words.jurisdictions[audit.jurisdiction])}</strong></p>` : null}
    ${section(t.usesHeading, bullets(t.uses))}
    ${
      answers
        ? section(
            t.removeHeading,
            card(
              html`<p>${t.current(...said(answers), dateText(answers.since, frame))}</p>
                <p>${t.removeText}</p>
                ${form({ frame, action: paths.removeImpact(), submit: t.remove, tone: 'even' })}`,
            ),
          )
        : null
    }
    ${asking(frame, model)}`,
  })
}
