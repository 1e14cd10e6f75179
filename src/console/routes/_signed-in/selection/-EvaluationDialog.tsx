import { Drawer, SegmentedControl } from '@mantine/core'
import { evaluateInterview, listOwnInterviews, type OwnInterview } from '../../../../contract/selection/interviews.ts'
import { recommendations, type Recommendation } from '../../../../contract/selection/selection-terms.ts'
import { FieldGroup, Form } from '../../../../ui/form/Form.tsx'
import { ChoiceField, TextAreaField } from '../../../../ui/form/fields.tsx'
import { useFields } from '../../../../ui/form/use-fields.ts'
import { InlineNotice } from '../../../../ui/feedback/Notice.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call, queries } from '../../../api.ts'
import { selectionWords } from '../../../selection-words.ts'
import { interviewWords } from './-interview-words.ts'
import styles from './-selection.module.css'

const criteria = ['skill', 'problem', 'communication', 'motivation'] as const
const grades = ['A', 'B', 'C', 'D'] as const

type EvaluationDialogProps = { interview: OwnInterview | undefined; onClose: () => void }

/** The evaluation of an interview one holds; a second one corrects the first. */
export function EvaluationDialog({ interview, onClose }: EvaluationDialogProps) {
  const text = useText(interviewWords)
  return (
    <Drawer
      opened={interview !== undefined}
      onClose={onClose}
      position="right"
      size="lg"
      title={<strong>{text.formTitle(interview?.personName ?? text.unnamed)}</strong>}
    >
      {interview && <EvaluationForm key={interview.id} interview={interview} onClose={onClose} />}
    </Drawer>
  )
}

function EvaluationForm({ interview, onClose }: { interview: OwnInterview; onClose: () => void }) {
  const text = useText(interviewWords)
  const toast = useToast()
  const { stage } = useText(selectionWords)
  const before = interview.evaluation
  const fields = useFields({
    initial: {
      recommendation: (before?.recommendation ?? '') as Recommendation | '',
      criteria: { ...before?.criteria },
      comment: before?.comment ?? '',
    },
    schema: evaluateInterview.body,
    prepare: ({ recommendation, criteria: given, comment }) => ({
      // What was not chosen is told in the reader's own words below.
      recommendation: recommendation === '' ? 'YES' : recommendation,
      criteria: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')),
      ...(comment.trim() !== '' && { comment }),
    }),
    check: ({ recommendation }) => (recommendation === '' ? { recommendation: text.recommendationNeeded } : {}),
    onSubmit: async (body) => {
      await call(evaluateInterview, { params: { id: interview.id }, body })
      await queries.invalidateQueries({ queryKey: [listOwnInterviews.id] })
      toast.tell(text.recorded)
      onClose()
    },
  })
  const { error, onChange } = fields.field('recommendation')
  return (
    <div className={styles.stack}>
      <span className={styles.soft}>{[interview.openingTitle, stage[interview.stage]].join(' / ')}</span>
      <InlineNotice tone="neutral">{before ? text.correctNote : text.onceNote}</InlineNotice>
      <Form fields={fields} submitLabel={before ? text.correctDo : text.record}>
        <ChoiceField
          name="recommendation"
          label={text.recommendation}
          isRequired
          value={fields.values.recommendation}
          onChange={onChange}
          {...(error !== undefined && { error })}
          choices={recommendations.toReversed().map((value) => ({
            value,
            label: text.grades[value],
            help: text.gradeHelp[value],
          }))}
        />
        <FieldGroup legend={text.criteria}>
          <div className={styles.criteria}>
            {criteria.map((name) => {
              // The criterion is kept under its Japanese name: what is read years later needs no key.
              const key = interviewWords.ja.criterion[name]
              return (
                <div key={name} className={styles.criterion}>
                  <span>{text.criterion[name]}</span>
                  <SegmentedControl
                    size="xs"
                    aria-label={text.criterion[name]}
                    value={fields.values.criteria[key] ?? ''}
                    onChange={(value) => fields.set('criteria', { ...fields.values.criteria, [key]: value })}
                    data={[{ value: '', label: text.notChosen }, ...grades.map((value) => ({ value, label: value }))]}
                  />
                </div>
              )
            })}
          </div>
        </FieldGroup>
        <TextAreaField {...fields.field('comment')} label={text.comment} help={text.commentHelp} minRows={5} />
      </Form>
    </div>
  )
}
