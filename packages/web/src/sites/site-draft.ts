/** A site as it is typed: numbers are text with a comma until they are sent. Pure. */
import type { SaveSite, Site, SiteKind } from '@loa/contract/sites'
import type { z } from 'zod'

export interface FaceDraft {
  id: string
  label: string
  width: string
  height: string
}
export interface SiteDraft {
  name: string
  kind: SiteKind
  place: string
  latitude: string
  longitude: string
  ownerName: string
  permitNumber: string
  permitIssuer: string
  permitFrom: string
  permitTo: string
  note: string
  closedOn: string
  faces: FaceDraft[]
}

const typed = (value: number | null): string => (value === null ? '' : String(value).replace('.', ','))

export const draftOf = (site: Site | null, faceName: (letter: string) => string): SiteDraft => ({
  name: site?.name ?? '',
  kind: site?.kind ?? 'panel',
  place: site?.place ?? '',
  latitude: typed(site?.latitude ?? null),
  longitude: typed(site?.longitude ?? null),
  ownerName: site?.ownerName ?? '',
  permitNumber: site?.permitNumber ?? '',
  permitIssuer: site?.permitIssuer ?? '',
  permitFrom: site?.permitFrom ?? '',
  permitTo: site?.permitTo ?? '',
  note: site?.note ?? '',
  closedOn: site?.closedOn ?? '',
  faces: site?.faces.map(({ id, label, width, height }) => ({
    id,
    label,
    width: typed(width),
    height: typed(height),
  })) ?? [{ id: crypto.randomUUID(), label: faceName('A'), width: '', height: '' }],
})

/** Comma or point, as people type coordinates and metres; null for nothing, NaN for what is no number. */
const numberOf = (text: string): number | null => {
  const plain = text.trim().replace(',', '.')
  if (plain === '') return null
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN
}

/** What is wrong: `coordinates`, or a face's id with `width` or `height`. */
export const troublesOf = (draft: SiteDraft): Set<string> => {
  const troubles = new Set<string>()
  const latitude = numberOf(draft.latitude)
  const longitude = numberOf(draft.longitude)
  const isBoth = (latitude === null) === (longitude === null)
  const isHere =
    latitude === null ||
    longitude === null ||
    (latitude >= 8 && latitude <= 24 && longitude >= 102 && longitude <= 110)
  if (!isBoth || !isHere) troubles.add('coordinates')
  for (const face of draft.faces)
    for (const side of ['width', 'height'] as const) {
      const value = numberOf(face[side])
      if (value !== null && !(value > 0 && value < 100)) troubles.add(`${face.id} ${side}`)
    }
  return troubles
}

/** For a draft without troubles. */
export const valuesOf = (draft: SiteDraft): z.input<typeof SaveSite.body> => ({
  ...draft,
  latitude: numberOf(draft.latitude),
  longitude: numberOf(draft.longitude),
  permitFrom: draft.permitFrom || null,
  permitTo: draft.permitTo || null,
  closedOn: draft.closedOn || null,
  faces: draft.faces.map(({ id, label, width, height }) => ({
    id,
    label,
    width: numberOf(width),
    height: numberOf(height),
  })),
})
