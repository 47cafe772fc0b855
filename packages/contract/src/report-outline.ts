/** The outline of a report: what stands in it, in which order. Data blocks are filled by figures only, text blocks by people only. */
import { z } from 'zod'
import { Chart } from './documents.ts'
import { Form } from './plans.ts'

const id = z.string().regex(/^[a-z0-9-]{1,40}$/)
const title = z.string().trim().max(200)

export const tableColumns = [
  'unit',
  'plan',
  'declared',
  'proved',
  'claimed',
  'doubted',
  'corrected',
  'share',
] as const

export const OutlineBlock = z.discriminatedUnion('kind', [
  /** Numbered by its level and place: I., II. … 1., 2. … Left out where nothing below it prints. */
  z.object({
    id,
    kind: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2)]),
    text: title.min(1),
  }),
  /** Written by the officer; Loa writes nothing. `help` is for the writer and never printed. */
  z.object({
    id,
    kind: z.literal('text'),
    help: title,
    /** While nothing is written, its heading is left out, or printed alone. */
    whenEmpty: z.enum(['leave-out', 'print-heading']),
  }),
  /** What only data can change: what was sent and received; results by form; what is missing; what came after the report. */
  z.object({
    id,
    kind: z.literal('data'),
    data: z.enum(['management', 'results', 'gaps', 'came']),
    /** Of results: these forms only; empty: every form of the campaign. */
    forms: z.array(Form).max(10).default([]),
  }),
  z.object({
    id,
    kind: z.literal('table'),
    table: z.enum(['by-indicator', 'by-unit', 'by-topic']),
    title: title.min(1),
    /** `main`: the column of each form; `reported`: main ones and all that have figures; `all`. */
    indicators: z.enum(['main', 'reported', 'all']).default('reported'),
    columns: z.array(z.enum(tableColumns)).max(7).default([]),
  }),
  /** What was done of the plan, form by form. Left out where fewer than two forms have a target. */
  z.object({ id, kind: z.literal('chart'), chart: z.literal('by-form'), title: title.min(1) }),
])
export type OutlineBlock = z.infer<typeof OutlineBlock>

export const Outline = z
  .array(OutlineBlock)
  .min(1)
  .max(60)
  .refine((blocks) => new Set(blocks.map((block) => block.id)).size === blocks.length, 'ids')
export type Outline = z.infer<typeof Outline>

/** A piece of the printed page; a figure in it opens what it is made of. */
export const PageRun = z.object({
  text: z.string(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  /** The indicator whose number this is. */
  figure: z.string().optional(),
  /** Another place in Loa that the number comes from. */
  href: z.string().optional(),
})
export type PageRun = z.infer<typeof PageRun>

/** The report as it prints, block by block, for the page that is read on a screen. */
export const PageBlock = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('paragraph'),
    block: z.string(),
    /** Who may change it: a person, or only the data. */
    from: z.enum(['outline', 'data', 'gaps', 'text']),
    role: z.enum(['section', 'clause', 'dash', 'text']),
    marker: z.string().nullable(),
    runs: z.array(PageRun),
    /** A heading over nothing that is written: seen here, left out in print. */
    leftOut: z.boolean().optional(),
  }),
  /** A text block in which nothing is written: shown on the screen, not printed. */
  z.object({ kind: z.literal('unwritten'), block: z.string(), help: z.string() }),
  z.object({ kind: z.literal('chart'), block: z.string(), chart: Chart }),
])
export type PageBlock = z.infer<typeof PageBlock>
