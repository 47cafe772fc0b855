/** The cars and their drives. */
import { ListVehicleTasks, type VehicleTask } from '@loa/contract/vehicles'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call, keyOf } from '../api.ts'
import { acceptedDutiesQuery } from '../duties/accepted-query.ts'
import { numberWords } from '../shell/format.ts'
import { More } from '../shell/more.tsx'
import { Empty, Loaded, Page } from '../shell/page.tsx'
import { useMay } from '../shell/session.ts'
import { StateBadge } from '../shell/state.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { useLanguage, useWords } from '../words/language.tsx'
import { vehicleWords } from '../words/vehicles.ts'
import { hoursOf } from './hours.ts'
import { PlanDrive } from './plan-drive.tsx'
import { AddVehicleForm, VehicleLine } from './vehicle-line.tsx'
import { vehiclesQuery } from './vehicles-query.ts'
import './vehicles.css'

export const VehiclesPage = () => {
  const t = useWords(vehicleWords)
  const { language } = useLanguage()
  const may = useMay()('vehicle.save')
  const [search] = useFilter()
  const vehicle = Number(search.vehicle) || undefined
  const vehicles = useQuery(vehiclesQuery)
  const duties = useQuery(acceptedDutiesQuery)
  const tasks = useInfiniteQuery({
    queryKey: keyOf(ListVehicleTasks, vehicle),
    queryFn: ({ pageParam, signal }) =>
      call(ListVehicleTasks, { query: { vehicle, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  // Shown when all of it is there: nothing that comes later pushes what is read.
  const all = {
    data:
      vehicles.data && tasks.data && duties.data
        ? { rows: vehicles.data.rows, pages: tasks.data.pages }
        : undefined,
    error: vehicles.error ?? tasks.error ?? duties.error,
    refetch: () => [vehicles, tasks, duties].map(({ refetch }) => refetch()),
  }
  return (
    <Page title={t.title} state={vehicles.data ? t.lead(numberWords(language, vehicles.data.total)) : ' '}>
      <Loaded query={all}>
        {({ rows, pages }) => (
          <div className="drives">
            <div>
              <section className="panel" aria-labelledby="drives">
                <header>
                  <h2 id="drives">{t.tasks}</h2>
                </header>
                {pages[0]?.total === 0 && <Empty title={t.noTasks} help={t.noTasksHelp} />}
                <ul className="drive-list">
                  {pages
                    .flatMap((page) => page.rows)
                    .map((task) => (
                      <DriveLine key={task.id} task={task} />
                    ))}
                </ul>
                <More list={tasks} />
              </section>
              {may && rows.length > 0 && <PlanDrive vehicles={rows} />}
            </div>
            <section className="panel" aria-labelledby="vehicles">
              <header>
                <h2 id="vehicles">{t.vehicles}</h2>
              </header>
              {rows.length === 0 && <Empty title={t.empty} help={t.emptyHelp} />}
              <ul className="drive-list">
                {rows.map((each) => (
                  <VehicleLine key={each.id} vehicle={each} mayChange={may} />
                ))}
              </ul>
              {may && (
                <footer>
                  <AddVehicleForm />
                </footer>
              )}
            </section>
          </div>
        )}
      </Loaded>
    </Page>
  )
}

const DriveLine = ({ task }: { task: VehicleTask }) => {
  const t = useWords(vehicleWords)
  const { language } = useLanguage()
  const { day, from, to } = hoursOf(task)
  return (
    <li>
      <Link to="/vehicles/$id" params={{ id: task.id }} lang="vi">
        {task.vehicle.plate}: {task.route}
      </Link>
      <span className="small">{t.hours(day, from, to)}</span>
      <span className="meta" lang="vi">
        {task.campaign.title} · {task.unit.name}
      </span>
      {task.cancelledReason === null ? (
        <StateBadge tone={task.positions > 0 ? 'ok' : 'none'}>
          {task.positions > 0 ? t.points(numberWords(language, task.positions)) : t.noPoints}
        </StateBadge>
      ) : (
        <StateBadge tone="none">{t.cancelled(task.cancelledReason)}</StateBadge>
      )}
    </li>
  )
}
