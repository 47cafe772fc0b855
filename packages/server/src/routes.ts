/** Every route there is, feature by feature. */
import { activityRoutes } from './activities/routes.ts'
import { addressGroupRoutes } from './address-groups/routes.ts'
import { arrivalRoutes } from './arrivals/routes.ts'
import { attachmentRoutes } from './attachments/routes.ts'
import { bagRoutes } from './bags/routes.ts'
import { calendarRoutes } from './calendars/routes.ts'
import { campaignRoutes } from './campaigns/routes.ts'
import { deliveryRoutes } from './deliveries/routes.ts'
import { dispatchRoutes } from './dispatches/routes.ts'
import { draftRoutes } from './drafts/routes.ts'
import { dutyRoutes } from './duties/routes.ts'
import { dutySheetRoutes } from './duty-sheets/routes.ts'
import { eventRoutes } from './events/routes.ts'
import { evidenceRoutes } from './evidence/routes.ts'
import { withdrawalRoutes } from './evidence/withdrawal-routes.ts'
import { exchangeRoutes } from './exchanges/routes.ts'
import { expectedReportRoutes } from './expected-reports/routes.ts'
import { fieldRoutes } from './field/routes.ts'
import { figureCheckRoutes } from './figures/check-routes.ts'
import { periodFigureRoutes } from './figures/period-routes.ts'
import { figureRoutes } from './figures/routes.ts'
import { findingRoutes } from './findings/routes.ts'
import { gatheringRoutes } from './gatherings/routes.ts'
import { handoverRoutes } from './handovers/routes.ts'
import { holidayRoutes } from './holidays/routes.ts'
import { homeRoutes } from './home/routes.ts'
import type { Route } from './http/endpoint.ts'
import { indicatorRoutes } from './indicators/routes.ts'
import { mapRoutes } from './map/routes.ts'
import { numberRoutes } from './numbers/routes.ts'
import { overviewRoutes } from './overviews/routes.ts'
import { personRoutes } from './people/routes.ts'
import { photoRoutes } from './photos/routes.ts'
import { quantityCorrectionRoutes } from './quantity-corrections/routes.ts'
import { recallRoutes } from './recalls/routes.ts'
import { registerRoutes } from './registers/routes.ts'
import { reminderRoutes } from './reminders/routes.ts'
import { reportTemplateRoutes } from './report-templates/routes.ts'
import { reportRoutes } from './reports/routes.ts'
import { roundRoutes } from './rounds/routes.ts'
import { signatureRoutes } from './signatures/routes.ts'
import { siteRoutes } from './sites/routes.ts'
import { successionRoutes } from './successions/routes.ts'
import { dutyTargetRoutes } from './targets/duty-routes.ts'
import { targetRoutes } from './targets/routes.ts'
import { unitImportRoutes } from './unit-imports/routes.ts'
import { unitRoutes } from './units/routes.ts'
import { vehicleRoutes } from './vehicles/routes.ts'
import { venueRoutes } from './venues/routes.ts'

export const routes: Route[] = [
  ...personRoutes,
  ...homeRoutes,
  ...holidayRoutes,
  ...unitRoutes,
  ...eventRoutes,
  ...successionRoutes,
  ...addressGroupRoutes,
  ...unitImportRoutes,
  ...dispatchRoutes,
  ...draftRoutes,
  ...findingRoutes,
  ...signatureRoutes,
  ...numberRoutes,
  ...arrivalRoutes,
  ...registerRoutes,
  ...deliveryRoutes,
  ...recallRoutes,
  ...exchangeRoutes,
  ...campaignRoutes,
  ...dutyRoutes,
  ...targetRoutes,
  ...dutyTargetRoutes,
  ...handoverRoutes,
  ...activityRoutes,
  ...evidenceRoutes,
  ...attachmentRoutes,
  ...withdrawalRoutes,
  ...quantityCorrectionRoutes,
  ...photoRoutes,
  ...siteRoutes,
  ...mapRoutes,
  ...vehicleRoutes,
  ...venueRoutes,
  ...gatheringRoutes,
  ...calendarRoutes,
  ...figureRoutes,
  ...periodFigureRoutes,
  ...figureCheckRoutes,
  ...indicatorRoutes,
  ...overviewRoutes,
  ...roundRoutes,
  ...expectedReportRoutes,
  ...reportRoutes,
  ...reminderRoutes,
  ...bagRoutes,
  ...reportTemplateRoutes,
  ...fieldRoutes([...activityRoutes, ...evidenceRoutes]),
  ...dutySheetRoutes(activityRoutes),
]
