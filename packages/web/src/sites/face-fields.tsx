import { Button, TextInput } from '@mantine/core'
import { useWords } from '../words/language.tsx'
import { siteWords } from '../words/sites.ts'
import type { FaceDraft } from './site-draft.ts'

export const FaceFields = ({
  faces,
  wrong,
  onChange,
}: {
  faces: FaceDraft[]
  wrong: ReadonlySet<string>
  onChange: (faces: FaceDraft[]) => void
}) => {
  const t = useWords(siteWords)
  const set = (id: string, change: Partial<FaceDraft>) =>
    onChange(faces.map((face) => (face.id === id ? { ...face, ...change } : face)))
  const letter = String.fromCharCode(65 + faces.length)
  return (
    <fieldset className="wide face-fields">
      <legend>{t.facesTitle}</legend>
      {faces.map((face, index) => (
        <div key={face.id} className="face-row">
          <TextInput
            label={t.faceLabel(index + 1)}
            required
            value={face.label}
            onChange={(event) => set(face.id, { label: event.currentTarget.value })}
          />
          <TextInput
            label={t.faceWidth(index + 1)}
            inputMode="decimal"
            value={face.width}
            error={wrong.has(`${face.id} width`) ? t.sizeWrong : undefined}
            onChange={(event) => set(face.id, { width: event.currentTarget.value })}
          />
          <TextInput
            label={t.faceHeight(index + 1)}
            inputMode="decimal"
            value={face.height}
            error={wrong.has(`${face.id} height`) ? t.sizeWrong : undefined}
            onChange={(event) => set(face.id, { height: event.currentTarget.value })}
          />
          {faces.length > 1 && (
            <Button
              variant="default"
              aria-label={t.dropFace(face.label)}
              onClick={() => onChange(faces.filter(({ id }) => id !== face.id))}
            >
              ✕
            </Button>
          )}
        </div>
      ))}
      {faces.length < 20 && (
        <Button
          variant="default"
          size="xs"
          onClick={() =>
            onChange([
              ...faces,
              { id: crypto.randomUUID(), label: t.faceName(letter), width: '', height: '' },
            ])
          }
        >
          {t.addFace}
        </Button>
      )}
    </fieldset>
  )
}
