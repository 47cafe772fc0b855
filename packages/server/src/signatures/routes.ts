import { checkRoutes } from './check-routes.ts'
import { keyRoutes } from './key-routes.ts'
import { signRoutes } from './sign-routes.ts'

export const signatureRoutes = [...keyRoutes, ...signRoutes, ...checkRoutes]
