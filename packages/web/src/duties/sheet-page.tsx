/** The form of a duty for people without network: out, and in again, each row looked at before anything is kept. */
import { CheckDutySheet, GetDutySheet, KeepDutySheet, type SheetRow } from '@loa/contract/duty-sheets'
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { call, queryClient, urlOf } from '../api.ts'
import { Page } from '../shell/page.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { dutySheetWords } from '../words/duty-sheets.ts'
import { useWords } from '../words/language.tsx'
import { SheetRows } from './sheet-rows.tsx'
import './sheet.css'

export const SheetPage = () => {
  const t = useWords(dutySheetWords)
  const id = Number(useParams({ strict: false }).id)
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File | null>(null)
  const check = useMutation({
    mutationFn: (chosen: File) => call(CheckDutySheet, { params: { id }, file: chosen, idempotencyKey: '' }),
  })
  const keep = useMutation({
    mutationFn: (chosen: File) => call(KeepDutySheet, { params: { id }, file: chosen, idempotencyKey: '' }),
    onSuccess: () => queryClient.invalidateQueries(),
  })
  const look = (chosen: File | undefined) => {
    if (!chosen) return
    setFile(chosen)
    keep.reset()
    check.mutate(chosen)
  }
  const rows = keep.data?.rows ?? check.data?.rows
  const good = count(check.data?.rows, ['new', 'changed'])
  return (
    <Page
      title={t.title}
      crumb={
        <Link to="/duties/$id" params={{ id: String(id) }}>
          {t.toDuty}
        </Link>
      }
      state={t.lead}
      {...(file && good > 0 && !keep.data
        ? {
            next: {
              why: t.keepWhy(good, count(check.data?.rows, ['wrong'])),
              action: (
                <Button size="md" loading={keep.isPending} onClick={() => keep.mutate(file)}>
                  {t.keep(good)}
                </Button>
              ),
            },
          }
        : {})}
    >
      <div className="sheet-ways">
        <section className="panel" aria-labelledby="sheet-out">
          <h2 id="sheet-out">{t.download}</h2>
          <p className="small">{t.downloadHelp}</p>
          <Button variant="default" component="a" href={urlOf(GetDutySheet.path, { id })} download>
            {t.download}
          </Button>
        </section>
        <section className="panel" aria-labelledby="sheet-in">
          <h2 id="sheet-in">{t.handIn}</h2>
          <p className="small">{t.handInHelp}</p>
          <input
            ref={input}
            type="file"
            hidden
            accept=".xlsx"
            aria-label={t.choose}
            onChange={(event) => {
              look(event.currentTarget.files?.[0])
              // The same file may be chosen again after it was mended.
              event.currentTarget.value = ''
            }}
          />
          <Button variant="default" loading={check.isPending} onClick={() => input.current?.click()}>
            {t.choose}
          </Button>
        </section>
      </div>
      <div role="status">
        {keep.data && <p className="note ok">{t.kept(keep.data.recorded)}</p>}
        {check.data && !keep.data && good === 0 && rows && rows.length > 0 && (
          <p className="note">{t.nothingToKeep}</p>
        )}
        {rows?.length === 0 && <p className="note">{t.empty}</p>}
      </div>
      {check.error && <Trouble error={check.error} />}
      {keep.error && <Trouble error={keep.error} />}
      {rows && rows.length > 0 && <SheetRows rows={rows} />}
    </Page>
  )
}

const count = (rows: SheetRow[] | undefined, states: SheetRow['state'][]): number =>
  rows?.filter(({ state }) => states.includes(state)).length ?? 0
