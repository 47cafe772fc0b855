-- Kỳ báo cáo: for which days units report, by when, and by when the body itself reports upward. Deadlines stand per level
-- (Decree 09/2019/NĐ-CP, article 12: each level of a collected report has its own).
create table report_rounds (
  id bigint generated always as identity primary key,
  campaign_id bigint not null references campaigns (id),
  owner_unit_id integer not null references units (id),
  kind text not null check (kind in ('week', 'month', 'quarter', 'half-year', 'year', 'final', 'other')),
  -- Null: from the beginning of the campaign.
  period_from date,
  period_to date not null,
  cut_off date not null,
  due_at timestamptz not null,
  up_due_at timestamptz,
  -- The body's own report of it was issued: what units hand in now goes into a supplement.
  reported_at timestamptz,
  version integer not null default 1,
  -- Null: it opened by itself when the dispatch was issued.
  opened_by text references people (id),
  opened_at timestamptz not null,
  check (period_from is null or period_from <= period_to),
  check (up_due_at is null or up_due_at > due_at),
  unique (campaign_id, kind, period_to)
);
create index report_rounds_owner on report_rounds (owner_unit_id, id desc);

-- One row a round and duty: that a report is expected. Whether it is late follows from the hour and is not kept.
create table expected_reports (
  id bigint generated always as identity primary key,
  round_id bigint not null references report_rounds (id),
  campaign_id bigint not null references campaigns (id),
  duty_id bigint not null references duties (id),
  unit_id integer not null references units (id),
  owner_unit_id integer not null references units (id),
  due_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'submitted', 'returned', 'accepted', 'exempt')),
  -- How often it was submitted; the last submission is the one that counts.
  submissions integer not null default 0,
  first_submitted_at timestamptz,
  submitted_at timestamptz,
  -- What a person should look at before accepting, as found when it was submitted.
  findings jsonb not null default '[]',
  -- The figures of the last submission: [{"indicator": …, "amounts": {…}}]. What the level above takes in.
  snapshot jsonb,
  -- The issued report of the unit that brought it here, where it came as a document.
  report_id bigint references reports (id),
  exempt_reason text check (state <> 'exempt' or length(trim(exempt_reason)) > 0),
  decided_by text references people (id),
  decided_at timestamptz,
  version integer not null default 1,
  unique (round_id, duty_id),
  check (submissions > 0 or state in ('waiting', 'exempt'))
);
create index expected_reports_duty on expected_reports (duty_id, id desc);
create index expected_reports_owner on expected_reports (owner_unit_id, state);

-- Which expectation of the level above a round works towards: its units are due before it.
alter table report_rounds add column answers_id bigint references expected_reports (id);
create index report_rounds_answers on report_rounds (answers_id) where answers_id is not null;

-- Every submission stays as it was handed in.
create table report_submissions (
  expected_id bigint not null references expected_reports (id),
  number integer not null check (number > 0),
  -- Who answered for the duty on that day.
  unit_id integer not null references units (id),
  figures jsonb not null,
  -- A form is reported with figures, said to be none, or not reported: three things.
  forms jsonb not null,
  narrative text not null default '',
  -- Units below that were not decided upon: [{"unit": …, "state": …}].
  gaps jsonb not null default '[]',
  -- The signed report that it came as, where the unit reports by a document of its own.
  report_id bigint references reports (id),
  dispatch_id bigint references dispatches (id),
  submitted_by text references people (id),
  submitted_at timestamptz not null,
  primary key (expected_id, number)
);
create unique index report_submissions_report on report_submissions (report_id) where report_id is not null;

create table report_comments (
  id bigint generated always as identity primary key,
  expected_id bigint not null references expected_reports (id),
  number integer not null,
  indicator text references indicators (code),
  text text not null check (length(trim(text)) > 0),
  person_id text not null references people (id),
  at timestamptz not null,
  foreign key (expected_id, number) references report_submissions (expected_id, number)
);
create index report_comments_expected on report_comments (expected_id, id);

-- A round is seen by whoever sees the campaign; a report by the unit, who holds its duty today, and who gave it.
alter table report_rounds enable row level security;
alter table report_rounds force row level security;
create policy report_rounds_read on report_rounds for select using (
  loa_system() or owner_unit_id = any ((select loa_units())::integer[])
  or exists (select from duties d where d.campaign_id = report_rounds.campaign_id));
create policy report_rounds_kept on report_rounds using (
  loa_system() or owner_unit_id = any ((select loa_units())::integer[]));
alter table expected_reports enable row level security;
alter table expected_reports force row level security;
create policy expected_reports_seen on expected_reports using (
  loa_system() or owner_unit_id = any ((select loa_units())::integer[])
  or exists (select from duties d where d.id = duty_id));
do $$
  declare
    name text;
  begin
    foreach name in array array['report_submissions', 'report_comments'] loop
      execute format('alter table %I enable row level security', name);
      execute format('alter table %I force row level security', name);
      execute format('create policy %I on %I using (
        loa_system() or exists (select from expected_reports e where e.id = expected_id))', name || '_seen', name);
    end loop;
  end $$;

-- What a unit did with its report is also told to the one who asked for it.
create policy events_of_expected_reports on events for select using (
  subject = 'expected-report' and exists (
    select from expected_reports e where e.id::text = events.subject_id
      and e.owner_unit_id = any ((select loa_units())::integer[])));
