/** The parts of a template in their order: moved, changed, removed, added. */
import type { Outline, OutlineBlock } from '@loa/contract/report-outline'
import { Button } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import { useWords } from '../words/language.tsx'
import { templateWords } from '../words/report-templates.ts'
import { BlockFields } from './block-fields.tsx'
import { moved, newBlock } from './outline.ts'

const kinds: OutlineBlock['kind'][] = ['heading', 'text', 'data', 'table', 'chart']

export const OutlineEditor = ({
  outline,
  onChange,
  isOpen,
}: {
  outline: Outline
  onChange: (outline: Outline) => void
  isOpen: boolean
}) => {
  const t = useWords(templateWords)
  const replace = (block: OutlineBlock) =>
    onChange(outline.map((each) => (each.id === block.id ? block : each)))
  return (
    <fieldset className="outline-editor" disabled={!isOpen} aria-label={t.blocks}>
      <ol>
        {outline.map((block, index) => (
          <li key={block.id} className={`outline-block ${block.kind}`}>
            <div className="outline-bar">
              <b>{t.kinds[block.kind]}</b>
              <span>
                <button
                  type="button"
                  className="icon-button"
                  aria-label={`${t.up}: ${index + 1}`}
                  title={t.up}
                  disabled={index === 0}
                  onClick={() => onChange(moved(outline, index, -1))}
                >
                  <IconArrowUp size={16} aria-hidden />
                </button>
                <button
                  type="button"
                  className="icon-button"
                  aria-label={`${t.down}: ${index + 1}`}
                  title={t.down}
                  disabled={index === outline.length - 1}
                  onClick={() => onChange(moved(outline, index, 1))}
                >
                  <IconArrowDown size={16} aria-hidden />
                </button>
                <button
                  type="button"
                  className="icon-button"
                  aria-label={`${t.remove}: ${index + 1}`}
                  title={t.remove}
                  disabled={outline.length === 1}
                  onClick={() => onChange(outline.filter(({ id }) => id !== block.id))}
                >
                  <IconX size={16} aria-hidden />
                </button>
              </span>
            </div>
            <BlockFields block={block} onChange={replace} />
          </li>
        ))}
      </ol>
      <div className="outline-add">
        <span className="small">{t.addBlock}:</span>
        {kinds.map((kind) => (
          <Button
            key={kind}
            size="xs"
            variant="default"
            onClick={() => onChange([...outline, newBlock(outline, kind, t.unnamed)])}
          >
            {t.kinds[kind]}
          </Button>
        ))}
      </div>
    </fieldset>
  )
}
