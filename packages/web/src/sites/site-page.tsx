/** One site: its facts and label, what hangs on each face, what hung before, what was seen. */
import { GetSite, type Site } from '@loa/contract/sites'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { call, keyOf } from '../api.ts'
import { dayWords, numberWords } from '../shell/format.ts'
import { Loaded, Page } from '../shell/page.tsx'
import { useMay } from '../shell/session.ts'
import { useLanguage, useWords } from '../words/language.tsx'
import { siteWords } from '../words/sites.ts'
import { SiteBadge } from './site-badge.tsx'
import { SiteChecks } from './site-checks.tsx'
import { SiteFaces } from './site-faces.tsx'
import './sites.css'

export const SitePage = () => {
  const t = useWords(siteWords)
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const query = useQuery({
    queryKey: keyOf(GetSite, id),
    queryFn: ({ signal }) => call(GetSite, { params: { id }, signal }),
  })
  const may = useMay()
  const site = query.data
  const edit = (
    <Button size="md" component={Link} to="/sites/$id/edit" params={{ id } as never}>
      {t.edit}
    </Button>
  )
  return (
    <Page
      title={site?.name ?? t.title}
      crumb={<Link to="/sites">{t.title}</Link>}
      state={
        site ? (
          <span className="site-state">
            {t.site(site.number)} · {t.kinds[site.kind]} <span lang="vi">{site.unit.fullName}</span>
            <SiteBadge site={site} />
          </span>
        ) : (
          ' '
        )
      }
      next={may('site.save') ? { why: t.facts, help: t.formLead, action: edit } : undefined}
    >
      <Loaded query={query}>{(found) => <SiteView site={found} />}</Loaded>
    </Page>
  )
}

const SiteView = ({ site }: { site: Site }) => (
  <div className="site">
    <div>
      <SiteFaces site={site} />
      <SiteChecks site={site} />
    </div>
    <div>
      <SiteFacts site={site} />
      <SiteLabel site={site} />
    </div>
  </div>
)

const SiteFacts = ({ site }: { site: Site }) => {
  const t = useWords(siteWords)
  const { language } = useLanguage()
  const permit = t.permitOf(site.permitNumber, site.permitIssuer)
  return (
    <section className="panel" aria-labelledby="site-facts">
      <header>
        <h2 id="site-facts">{t.facts}</h2>
        <Link to="/log" search={{ subject: 'site', id: site.id }}>
          {t.openLog}
        </Link>
      </header>
      {site.lastPhoto && (
        <img
          className="site-photo"
          src={
            site.lastPhoto.kind === 'check'
              ? `/api/site-checks/${site.lastPhoto.id}/photo/preview`
              : `/api/evidence/${site.lastPhoto.id}/preview`
          }
          alt={t.photoOf(site.number)}
        />
      )}
      <dl className="site-facts">
        <dt>{t.place}</dt>
        <dd lang="vi">{site.place}</dd>
        <dt>{t.onMap}</dt>
        <dd>
          {site.latitude === null || site.longitude === null
            ? t.noPlace
            : `${numberWords(language, site.latitude, 5)}; ${numberWords(language, site.longitude, 5)}`}
        </dd>
        {site.ownerName && (
          <>
            <dt>{t.owner}</dt>
            <dd lang="vi">{site.ownerName}</dd>
          </>
        )}
        <dt>{t.permit}</dt>
        <dd lang="vi">
          {permit || site.permitTo ? (
            <>
              {permit} {t.permitDays(dayWords(site.permitFrom), dayWords(site.permitTo))}
            </>
          ) : (
            t.noPermit
          )}
        </dd>
        {site.closedOn && (
          <>
            <dt>{t.closedOn}</dt>
            <dd>{dayWords(site.closedOn)}</dd>
          </>
        )}
        {site.note && (
          <>
            <dt>{t.note}</dt>
            <dd lang="vi">{site.note}</dd>
          </>
        )}
      </dl>
    </section>
  )
}

const SiteLabel = ({ site }: { site: Site }) => {
  const t = useWords(siteWords)
  return (
    <section className="panel" aria-labelledby="site-label">
      <header>
        <h2 id="site-label">{t.label}</h2>
      </header>
      <div className="site-label">
        <img src={`/api/sites/${site.id}/label`} alt={t.labelAlt(site.number)} width={128} height={128} />
        <div>
          <p className="small">{t.labelHelp}</p>
          <Link to="/sites/labels" search={{ site: site.id }}>
            {t.print}
          </Link>
        </div>
      </div>
    </section>
  )
}
