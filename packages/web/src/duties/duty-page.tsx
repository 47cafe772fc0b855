export const DutyPage = () => null
