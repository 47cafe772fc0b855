export const CampaignsPage = () => null
