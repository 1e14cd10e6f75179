import { Loader, Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { readFileText, type PersonFile } from '../../../../contract/people/files.ts'
import { ErrorNotice, InlineNotice } from '../../../../ui/feedback/Notice.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import { fileWords } from './-file-words.ts'
import styles from './-people.module.css'

/** What was read from a file, page by page. Each opening is a read on record, so nothing is kept between them. */
export function FileText({ file, onClose }: { file: PersonFile | undefined; onClose: () => void }) {
  return (
    <Modal opened={file !== undefined} onClose={onClose} title={<strong>{file?.name}</strong>} size="xl">
      {file && <Pages id={file.id} />}
    </Modal>
  )
}

function Pages({ id }: { id: string }) {
  const text = useText(fileWords)
  const { data, error } = useQuery({
    queryKey: [readFileText.id, id],
    queryFn: () => call(readFileText, { params: { id } }),
    gcTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  })
  if (error) return <ErrorNotice error={error} />
  if (!data) return <Loader size="sm" />
  const places = data.masked.map(({ page, line, kind }) => text.place(page, line, text.kind[kind]))
  return (
    <div className={styles.stack}>
      {places.length > 0 && <InlineNotice tone="wait">{text.where(places.join(text.comma))}</InlineNotice>}
      {data.pages.map((page, at) => (
        <section key={at} aria-label={text.page(at + 1, data.pages.length)}>
          {data.pages.length > 1 && <p className={styles.soft}>{text.page(at + 1, data.pages.length)}</p>}
          <pre className={styles.filePage}>{page}</pre>
        </section>
      ))}
    </div>
  )
}
