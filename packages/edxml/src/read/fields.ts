/** Values out of elements: by name, never by place, as real packages differ in order and prefixes. */
import type { Notes } from '../notes.ts'
import { isOrganId, readDay, readInstant, said } from '../wire.ts'
import type { Element } from '../xml/parse.ts'

export class Fields {
  readonly element: Element
  readonly notes: Notes

  constructor(element: Element, notes: Notes) {
    this.element = element
    this.notes = notes
  }

  /** The first child of that name. A second one with something in it is told. */
  child(...names: string[]): Fields | null {
    const found = this.element.children.filter(({ name }) => names.includes(name))
    const filled = found.filter((child) => !isEmpty(child))
    if (filled.length > 1) this.notes.add('element.twice', filled[1]?.at ?? null, names[0])
    const first = filled[0] ?? found[0]
    return first ? new Fields(first, this.notes) : null
  }

  /** All children of that name that hold something. */
  children(...names: string[]): Fields[] {
    return this.element.children
      .filter((child) => names.includes(child.name) && !isEmpty(child))
      .map((child) => new Fields(child, this.notes))
  }

  text(...names: string[]): string | null {
    return said(this.child(...names)?.element.text)
  }

  /** Texts of children of that name, in order. */
  texts(name: string): string[] {
    return this.children(name).flatMap(({ element }) => said(element.text) ?? [])
  }

  integer(name: string): number | null {
    const text = this.text(name)
    if (text === null) return null
    if (/^\d{1,9}$/.test(text)) return Number(text)
    this.notes.add('value.unknown', this.child(name)?.element.at ?? null, `${name} "${text.slice(0, 40)}"`)
    return null
  }

  boolean(name: string): boolean | null {
    const text = this.text(name)?.toLowerCase()
    if (text === undefined) return null
    if (text === 'true' || text === '1') return true
    if (text === 'false' || text === '0') return false
    this.notes.add('value.unknown', this.child(name)?.element.at ?? null, `${name} "${text.slice(0, 40)}"`)
    return null
  }

  day(name: string): string | null {
    return this.#date(name, readDay)
  }

  instant(...names: string[]): string | null {
    return this.#date(names.find((name) => this.text(name) !== null) ?? '', readInstant)
  }

  #date(name: string, reads: (text: string) => string | null): string | null {
    const text = this.text(name)
    if (text === null) return null
    const read = reads(text)
    if (read === null)
      this.notes.add(
        'date.impossible',
        this.child(name)?.element.at ?? null,
        `${name} "${text.slice(0, 40)}"`,
      )
    return read
  }

  /** An identifier as written; an odd one is kept and told. */
  organId(): string | null {
    const id = this.text('OrganId')
    if (id !== null && !isOrganId(id))
      this.notes.add('organ.odd', this.child('OrganId')?.element.at ?? null, `"${id.slice(0, 40)}"`)
    return id
  }

  lacks(name: string): void {
    this.notes.add('element.missing', this.element.at, name)
  }
}

/** Empty elements with empty children mean "absent". */
const isEmpty = ({ text, children }: Element): boolean => said(text) === null && children.every(isEmpty)
