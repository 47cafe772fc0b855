/** What a person should know before writing: what was converted, who is left without a superior, what stopped it. */
import type { UnitImport } from '@loa/contract/unit-imports'
import { ApiProblem } from '../../api.ts'
import { dayWords, numberWords } from '../../shell/format.ts'
import { Warning } from '../../shell/state.tsx'
import { Trouble } from '../../shell/trouble.tsx'
import { useLanguage, useWords } from '../../words/language.tsx'
import { saidOf } from '../../words/problems.ts'
import { unitImportWords } from '../../words/unit-imports.ts'

export const Notes = ({ found }: { found: UnitImport }) => {
  const t = useWords(unitImportWords)
  const { language } = useLanguage()
  const count = (value: number) => numberWords(language, value)
  const { files, summary, problem } = found
  const unreadable = files.filter((file) => file.trouble)
  return (
    <>
      {unreadable.map((file) => (
        <div key={file.file}>
          <b>{file.name}</b>
          <Trouble error={named(file.trouble ?? '')} />
        </div>
      ))}
      {problem && unreadable.length === 0 && <Trouble error={named(problem)} />}
      {files.map(
        (file) =>
          file.encoding &&
          t.encodings[file.encoding] && (
            <Warning key={file.file}>{t.converted(file.name, t.encodings[file.encoding] ?? '')}</Warning>
          ),
      )}
      {files.map(
        (file) =>
          file.padded > 0 && <Warning key={file.file}>{t.padded(file.name, count(file.padded))}</Warning>,
      )}
      {found.state === 'ready' && summary && (
        <>
          {summary.endsOperator && <Warning>{t.endsOperator(dayWords(summary.endsOperator))}</Warning>}
          {summary.orphans.count > 0 && (
            <Warning>
              {t.orphans(
                count(summary.orphans.count),
                summary.orphans.codes.join(', ') +
                  (summary.orphans.count > summary.orphans.codes.length ? ', …' : ''),
              )}
            </Warning>
          )}
        </>
      )}
    </>
  )
}

const named = (code: string) => new ApiProblem({ type: '', title: code, status: 422, code })

/** What rests on the units of an import, in words and numbers. */
export const InUse = ({ error }: { error: ApiProblem }) => {
  const t = useWords(unitImportWords)
  const { language } = useLanguage()
  const said = saidOf(language, 'unit-import.in-use')
  return (
    <div className="note bad trouble" role="alert">
      <div>
        <strong>{said.what}</strong>
        <ul>
          {(error.body.places ?? []).map(({ path, message }) => (
            <li key={path}>
              {message} {t.uses[path ?? ''] ?? t.otherUse}
            </li>
          ))}
        </ul>
        <p>
          <b>{t.whatNow}:</b> {said.now}
        </p>
      </div>
    </div>
  )
}
