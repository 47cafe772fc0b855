export const DispatchesPage = () => null
