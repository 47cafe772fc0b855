/** The package's own types are hidden behind its `exports`. */
declare module 'date-chinese' {
  export class CalendarVietnamese {
    constructor(cycle?: number, year?: number, month?: number, leap?: boolean, day?: number)
    fromJDE(jde: number): this
    /** Cycle of sixty years, year of the cycle, month, whether it is a leap month, day. */
    get(): [cycle: number, year: number, month: number, leap: boolean, day: number]
    /** The Julian ephemeris day of the new year in that solar year. */
    newYear(year: number): number
    toGregorian(year?: number): { year: number; month: number; day: number }
  }
}
