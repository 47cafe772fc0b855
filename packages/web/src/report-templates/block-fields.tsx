/** What can be set of one part of a template. */
import { type OutlineBlock, tableColumns } from '@loa/contract/report-outline'
import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useWords } from '../words/language.tsx'
import { templateWords } from '../words/report-templates.ts'

interface FieldsProps<B extends OutlineBlock = OutlineBlock> {
  block: B
  onChange: (block: OutlineBlock) => void
}
type Of<K extends OutlineBlock['kind']> = Extract<OutlineBlock, { kind: K }>

const optionsOf = <T extends string>(values: readonly T[], words: Record<string, string>) =>
  values.map((value) => ({ value, label: words[value] ?? value }))

export const BlockFields = ({ block, onChange }: FieldsProps) => {
  if (block.kind === 'heading') return <HeadingFields block={block} onChange={onChange} />
  if (block.kind === 'text') return <TextFields block={block} onChange={onChange} />
  if (block.kind === 'data') return <DataFields block={block} onChange={onChange} />
  if (block.kind === 'table') return <TableFields block={block} onChange={onChange} />
  return <ChartFields block={block} onChange={onChange} />
}

const HeadingFields = ({ block, onChange }: FieldsProps<Of<'heading'>>) => {
  const t = useWords(templateWords)
  return (
    <div className="outline-row">
      <NativeSelect
        label={t.level}
        value={String(block.level)}
        onChange={(event) => onChange({ ...block, level: event.currentTarget.value === '1' ? 1 : 2 })}
        data={optionsOf(['1', '2'], t.levels)}
      />
      <TextInput
        label={t.text}
        lang="vi"
        required
        maxLength={200}
        value={block.text}
        onChange={(event) => onChange({ ...block, text: event.currentTarget.value })}
      />
    </div>
  )
}

const TextFields = ({ block, onChange }: FieldsProps<Of<'text'>>) => {
  const t = useWords(templateWords)
  const rules = ['leave-out', 'print-heading'] as const
  return (
    <div className="outline-row">
      <NativeSelect
        label={t.whenEmpty}
        value={block.whenEmpty}
        onChange={(event) =>
          onChange({ ...block, whenEmpty: event.currentTarget.value as Of<'text'>['whenEmpty'] })
        }
        data={optionsOf(rules, t.empties)}
      />
      <TextInput
        label={t.help}
        lang="vi"
        maxLength={200}
        value={block.help}
        onChange={(event) => onChange({ ...block, help: event.currentTarget.value })}
      />
    </div>
  )
}

const DataFields = ({ block, onChange }: FieldsProps<Of<'data'>>) => {
  const t = useWords(templateWords)
  return (
    <NativeSelect
      label={t.what}
      value={block.data}
      onChange={(event) => onChange({ ...block, data: event.currentTarget.value as Of<'data'>['data'] })}
      data={optionsOf(['management', 'results', 'gaps', 'came'], t.data)}
    />
  )
}

const TableFields = ({ block, onChange }: FieldsProps<Of<'table'>>) => {
  const t = useWords(templateWords)
  return (
    <>
      <TextInput
        label={t.tableTitle}
        lang="vi"
        required
        maxLength={200}
        value={block.title}
        onChange={(event) => onChange({ ...block, title: event.currentTarget.value })}
      />
      <div className="outline-row">
        <NativeSelect
          label={t.what}
          value={block.table}
          onChange={(event) =>
            onChange({ ...block, table: event.currentTarget.value as Of<'table'>['table'] })
          }
          data={optionsOf(['by-indicator', 'by-unit', 'by-topic'], t.table)}
        />
        <NativeSelect
          label={t.indicators}
          value={block.indicators}
          onChange={(event) =>
            onChange({ ...block, indicators: event.currentTarget.value as Of<'table'>['indicators'] })
          }
          data={optionsOf(['main', 'reported', 'all'], t.whichIndicators)}
        />
      </div>
      <fieldset className="outline-columns">
        <legend className="small">{t.columns}</legend>
        {tableColumns.map((column) => (
          <Checkbox
            key={column}
            label={t.columnNames[column]}
            checked={block.columns.includes(column)}
            onChange={(event) => {
              const isIn = event.currentTarget.checked
              // In the order of the list, whichever was ticked first.
              const columns = tableColumns.filter((each) =>
                each === column ? isIn : block.columns.includes(each),
              )
              onChange({ ...block, columns })
            }}
          />
        ))}
      </fieldset>
    </>
  )
}

const ChartFields = ({ block, onChange }: FieldsProps<Of<'chart'>>) => {
  const t = useWords(templateWords)
  return (
    <div className="outline-row">
      <NativeSelect
        label={t.what}
        value={block.chart}
        onChange={(event) => onChange({ ...block, chart: event.currentTarget.value as Of<'chart'>['chart'] })}
        data={optionsOf(['by-form', 'by-day'], t.chart)}
      />
      <TextInput
        label={t.text}
        lang="vi"
        required
        maxLength={200}
        value={block.title}
        onChange={(event) => onChange({ ...block, title: event.currentTarget.value })}
      />
    </div>
  )
}
