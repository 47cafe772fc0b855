/** The tree, and the plan drawn from it. Readers and writers, which bring larger libraries, stand in `./read` and `./write`. */
export * from './document.ts'
export { copyNames, type NamedType, namedTypes } from './named-types.ts'
export { addresseeResolver } from './plan/addressees.ts'
export { plan } from './plan/plan.ts'
export * from './plan/plan-types.ts'
export { parseUnitsCsv } from './plan/units-csv.ts'
export { boxesOf } from './read/places.ts'
export { roman } from './roman.ts'
