/** Where an import begins: files of an office's own, or the lists of the whole country. */
import { Button } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { type DragEvent, type RefObject, useState } from 'react'
import { useWords } from '../../words/language.tsx'
import { unitImportWords } from '../../words/unit-imports.ts'
import type { Importing } from './use-import.ts'

export const Start = ({
  input,
  importing: { send, country, sending },
}: {
  input: RefObject<HTMLInputElement | null>
  importing: Importing
}) => {
  const t = useWords(unitImportWords)
  const [isOver, setIsOver] = useState(false)
  const give = (files: Iterable<File>) => {
    const chosen = [...files]
    if (chosen.length > 0) send.mutate(chosen)
  }
  const over = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(true)
  }
  return (
    <>
      <section
        className={isOver ? 'import-drop over' : 'import-drop'}
        aria-label={t.files}
        onDragOver={over}
        onDragEnter={over}
        onDragLeave={() => setIsOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setIsOver(false)
          give(event.dataTransfer.files)
        }}
      >
        <IconUpload size={20} aria-hidden />
        <span>{t.drop}</span>
        <Button size="xs" variant="default" onClick={() => input.current?.click()} loading={send.isPending}>
          {t.choose}
        </Button>
        <span className="meta">{t.dropHelp}</span>
        <input
          ref={input}
          type="file"
          hidden
          multiple
          accept=".csv,.xlsx,.txt"
          onChange={(event) => {
            give(event.currentTarget.files ?? [])
            // The same file may be chosen again after it was mended.
            event.currentTarget.value = ''
          }}
        />
      </section>
      {sending && (
        <div className="import-progress" role="status">
          <span>{t.sending(sending.name)}</span>
          <progress max={1} value={sending.share} aria-label={sending.name} />
        </div>
      )}
      <section className="panel import-country" aria-label={t.country}>
        <p className="small">{t.countryHelp}</p>
        <Button variant="default" onClick={() => country.mutate()} loading={country.isPending}>
          {t.country}
        </Button>
      </section>
      <details className="import-columns">
        <summary>{t.columns}</summary>
        <p className="small">{t.columnsHelp}</p>
      </details>
    </>
  )
}
