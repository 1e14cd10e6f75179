import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { createTag, listTags, tagPeople, undoTagging } from '../../../../contract/pool/pool.ts'
import { listFacets, listPeople, readPerson } from '../../../../contract/people/people.ts'
import { Form } from '../../../../ui/form/Form.tsx'
import { TextField } from '../../../../ui/form/fields.tsx'
import { useFields } from '../../../../ui/form/use-fields.ts'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call, queries } from '../../../api.ts'
import { words } from './-words.ts'

export type Tagging = { kind: 'ADD' | 'REMOVE'; personIds: readonly string[] }

const refresh = () =>
  Promise.all(
    [listPeople.id, listFacets.id, listTags.id, readPerson.id].map((id) =>
      queries.invalidateQueries({ queryKey: [id] }),
    ),
  )

/** Puts a tag on the people chosen, or takes it off, and offers to undo it. */
export function TagDialog({ tagging, onClose }: { tagging: Tagging | undefined; onClose: () => void }) {
  const text = useText(words)
  return (
    <Modal
      opened={tagging !== undefined}
      onClose={onClose}
      title={<strong>{tagging?.kind === 'REMOVE' ? text.untag : text.tag}</strong>}
    >
      {tagging && <TagForm tagging={tagging} onClose={onClose} />}
    </Modal>
  )
}

function TagForm({ tagging, onClose }: { tagging: Tagging; onClose: () => void }) {
  const text = useText(words)
  const toast = useToast()
  const { data } = useQuery({ queryKey: [listTags.id], queryFn: () => call(listTags, {}) })
  const fields = useFields({
    initial: { name: '' },
    schema: z.object({ name: z.string().trim().min(1).max(60) }),
    onSubmit: async ({ name }) => {
      const operationId = crypto.randomUUID()
      const tag = await call(createTag, { body: { name } })
      const { changed } = await call(tagPeople, {
        params: { id: tag.id },
        body: { operationId, kind: tagging.kind, personIds: [...tagging.personIds] },
      })
      onClose()
      await refresh()
      toast.undoable({
        message: tagging.kind === 'ADD' ? text.tagged(changed) : text.untagged(changed),
        onUndo: async () => {
          await call(undoTagging, { params: { operationId } })
          await refresh()
        },
      })
    },
  })
  return (
    <Form fields={fields} submitLabel={tagging.kind === 'ADD' ? text.tag : text.untag}>
      <TextField {...fields.field('name')} label={text.tagName} help={text.tagHelp} list="tags" data-autofocus />
      <datalist id="tags">
        {data?.items.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
    </Form>
  )
}
