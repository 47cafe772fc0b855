export const reportTemplateRoutes = []
