/** English has exactly the shape of the Vietnamese: a word that is missing does not compile. */
export const makeWords = <T extends object>(vi: T, en: Shape<T>): { vi: T; en: Shape<T> } => ({ vi, en })
export type Shape<T> = {
  [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...values: never[]) => unknown
      ? T[K]
      : T[K] extends object
        ? Shape<T[K]>
        : T[K]
}
