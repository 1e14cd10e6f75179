import { useText } from '../../../../ui/text/TextProvider.tsx'
import styles from './-letters.module.css'
import { templateWords } from './-template-words.ts'

/** The words of a letter as they are kept, with the names of what is put in for each person. */
export function Wording({ text }: { text: string }) {
  const { placeholders } = useText(templateWords)
  // Split by a pattern that captures, every second part is the name of a placeholder.
  return text.split(/\{\{([\w.]+)\}\}/).map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      <mark key={at} className={styles.placeholder}>
        {placeholders[part] ?? part}
      </mark>
    ),
  )
}
