export const DispatchPage = () => null
