/** The pages and their addresses. Each page is its own piece of script, loaded when it is first opened. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { fetchPoints } from './map/points-query.ts'
import { NotFound } from './shell/not-found.tsx'
import { Shell } from './shell/shell.tsx'
import { PageTrouble } from './shell/trouble.tsx'
import type { Search } from './shell/use-filter.ts'

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: PageTrouble })

const validateSearch = (search: Record<string, unknown>): Search =>
  Object.fromEntries(
    Object.entries(search)
      .filter(([, value]) => value !== undefined && value !== null && value !== '')
      .map(([name, value]) => [name, String(value)]),
  )

/** `ahead`: asks for what the page will show while its script still comes; not for a link that is only looked at. */
const page = <P extends string>(
  path: P,
  load: () => Promise<Record<string, unknown>>,
  name: string,
  ahead?: (search: Search) => void,
) =>
  createRoute({
    getParentRoute: () => root,
    path,
    validateSearch,
    beforeLoad: ({ search, preload }) => {
      if (!preload) ahead?.(search)
    },
    component: lazyRouteComponent(load as () => Promise<Record<string, () => React.ReactNode>>, name),
  })

const tree = root.addChildren([
  page('/', () => import('./home/home-page.tsx'), 'HomePage'),
  page('/sign-in', () => import('./session/sign-in-page.tsx'), 'SignInPage'),
  page('/first-run', () => import('./session/first-run-page.tsx'), 'FirstRunPage'),
  page('/dispatches', () => import('./dispatches/dispatches-page.tsx'), 'DispatchesPage'),
  page('/dispatches/$id', () => import('./dispatches/dispatch-page.tsx'), 'DispatchPage'),
  page('/deliveries', () => import('./deliveries/deliveries-page.tsx'), 'DeliveriesPage'),
  page('/exchanges', () => import('./exchanges/exchanges-page.tsx'), 'ExchangesPage'),
  page('/campaigns', () => import('./campaigns/campaigns-page.tsx'), 'CampaignsPage'),
  page('/campaigns/$id', () => import('./campaigns/board-page.tsx'), 'BoardPage'),
  page('/campaigns/$id/overview', () => import('./overviews/overview-page.tsx'), 'OverviewPage'),
  page('/campaigns/$id/checks', () => import('./figures/checks-page.tsx'), 'ChecksPage'),
  page('/campaigns/$id/targets', () => import('./targets/targets-page.tsx'), 'TargetsPage'),
  page('/campaigns/$id/rounds', () => import('./rounds/rounds-page.tsx'), 'RoundsPage'),
  page('/campaigns/$id/remind', () => import('./reminders/remind-page.tsx'), 'RemindPage'),
  page('/campaigns/$id/reminders', () => import('./reminders/reminders-page.tsx'), 'RemindersPage'),
  page('/reminders/$id', () => import('./reminders/reminder-page.tsx'), 'ReminderPage'),
  page(
    '/expected-reports/$id',
    () => import('./expected-reports/expected-report-page.tsx'),
    'ExpectedReportPage',
  ),
  page('/duties/$id/targets', () => import('./targets/duty-targets-page.tsx'), 'DutyTargetsPage'),
  page('/duties/$id', () => import('./duties/duty-page.tsx'), 'DutyPage'),
  page('/duties/$id/record', () => import('./activities/record-page.tsx'), 'RecordPage'),
  page('/duties/$id/sheet', () => import('./duties/sheet-page.tsx'), 'SheetPage'),
  page('/activities/$id', () => import('./activities/activity-page.tsx'), 'ActivityPage'),
  page('/indicators', () => import('./indicators/indicators-page.tsx'), 'IndicatorsPage'),
  page('/registers', () => import('./registers/registers-page.tsx'), 'RegistersPage'),
  page('/arrivals/$id', () => import('./arrivals/arrival-page.tsx'), 'ArrivalPage'),
  page('/holidays', () => import('./holidays/holidays-page.tsx'), 'HolidaysPage'),
  page('/figures', () => import('./figures/period-page.tsx'), 'PeriodFiguresPage'),
  page('/photos', () => import('./photos/photos-page.tsx'), 'PhotosPage'),
  page('/photos/$id', () => import('./photos/photo-page.tsx'), 'PhotoPage'),
  page('/reports', () => import('./reports/reports-page.tsx'), 'ReportsPage'),
  page('/reports/$id', () => import('./reports/report-page.tsx'), 'ReportPage'),
  page(
    '/report-templates',
    () => import('./report-templates/report-templates-page.tsx'),
    'ReportTemplatesPage',
  ),
  page(
    '/report-templates/$id',
    () => import('./report-templates/report-template-page.tsx'),
    'ReportTemplatePage',
  ),
  page('/people', () => import('./people/people-page.tsx'), 'PeoplePage'),
  page('/people/new', () => import('./people/new-person-page.tsx'), 'NewPersonPage'),
  page('/people/roles', () => import('./people/roles-page.tsx'), 'RolesPage'),
  page('/people/$id', () => import('./people/person-page.tsx'), 'PersonPage'),
  page('/seal-key', () => import('./signatures/seal-key-page.tsx'), 'SealKeyPage'),
  page('/account', () => import('./account/account-page.tsx'), 'AccountPage'),
  page('/invitation', () => import('./session/invitation-page.tsx'), 'InvitationPage'),
  page('/handovers', () => import('./handovers/handovers-page.tsx'), 'HandoversPage'),
  page('/log', () => import('./events/log-page.tsx'), 'LogPage'),
  page('/map', () => import('./map/map-page.tsx'), 'MapPage', fetchPoints),
  page('/sites', () => import('./sites/sites-page.tsx'), 'SitesPage'),
  page('/sites/walk', () => import('./sites/walk-page.tsx'), 'WalkPage'),
  page('/sites/due', () => import('./sites/due-page.tsx'), 'DuePage'),
  page('/sites/labels', () => import('./sites/labels-page.tsx'), 'LabelsPage'),
  page('/sites/$id', () => import('./sites/site-page.tsx'), 'SitePage'),
  page('/sites/$id/edit', () => import('./sites/site-form-page.tsx'), 'SiteFormPage'),
  page('/gatherings', () => import('./gatherings/gatherings-page.tsx'), 'GatheringsPage'),
  page('/vehicles', () => import('./vehicles/vehicles-page.tsx'), 'VehiclesPage'),
  page('/vehicles/$id', () => import('./vehicles/drive-page.tsx'), 'DrivePage'),
  page('/units', () => import('./units/units-page.tsx'), 'UnitsPage'),
  page('/units/change', () => import('./units/change-page.tsx'), 'ChangePage'),
  page('/units/groups', () => import('./units/groups-page.tsx'), 'GroupsPage'),
  page('/units/groups/$id', () => import('./units/group-page.tsx'), 'GroupPage'),
  page('/units/import', () => import('./units/import/import-page.tsx'), 'ImportPage'),
])

export const router = createRouter({
  routeTree: tree,
  defaultPreload: 'intent',
  scrollRestoration: true,
  // Search stays readable: ?state=read, not ?state=%22read%22.
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const text = new URLSearchParams(search as Record<string, string>).toString()
    return text ? `?${text}` : ''
  },
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
