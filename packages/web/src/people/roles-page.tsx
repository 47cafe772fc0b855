/** The table role × act, drawn from the one file that decides. */
import { type Act, acts, type Role, roles } from '@loa/contract/acts'
import { IconCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Page } from '../shell/page.tsx'
import { actWords } from '../words/acts.ts'
import { useWords } from '../words/language.tsx'
import { peopleWords } from '../words/people.ts'
import './people.css'

export const RolesPage = () => {
  const t = useWords(peopleWords)
  const names = useWords(actWords)
  return (
    <Page title={t.rolesTitle} crumb={<Link to="/people">{t.title}</Link>} state={t.rolesLead}>
      <section className="panel role-table" aria-label={t.rolesTitle}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.act}</th>
              {roles.map((role) => (
                <th scope="col" key={role}>
                  {names.roles[role]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(Object.keys(acts) as Act[]).map((act) => (
              <tr key={act}>
                <th scope="row">{names.acts[act]}</th>
                {roles.map((role) => (
                  <td key={role}>
                    {(acts[act] as readonly Role[]).includes(role) ? (
                      <IconCheck size={16} aria-label={t.yes} />
                    ) : (
                      <span className="meta" role="img" aria-label={t.no}>
                        –
                      </span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {/* Nine columns do not fit a telephone: there each act names its roles. */}
      <dl className="panel role-list">
        {(Object.keys(acts) as Act[]).map((act) => (
          <div key={act}>
            <dt>{names.acts[act]}</dt>
            <dd>{acts[act].map((role) => names.roles[role]).join(', ')}</dd>
          </div>
        ))}
      </dl>
    </Page>
  )
}
