-- Roll-ups by period (docs/decisions/0029): what reports of a month, a quarter or a year read. They hold nothing that is
-- not in activities, and may be made anew at any time: so no foreign keys, which each fold would pay for.

-- What a change of an activity may have altered, one small row a quantity, written in the transaction of the change: the
-- state before it and the one after. Folding takes them away.
create table figure_changes (
  id bigint generated always as identity primary key,
  owner_unit_id integer not null,
  campaign_id bigint not null,
  unit_id integer not null,
  indicator text not null,
  day date not null,
  topics bigint[] not null
);
create index figure_changes_campaign on figure_changes (campaign_id);
alter table figure_changes enable row level security;
alter table figure_changes force row level security;
create policy figure_changes_seen on figure_changes using (
  loa_system() or unit_id = any ((select loa_units())::integer[])
  or owner_unit_id = any ((select loa_units())::integer[]))
  -- Appended by whoever changes an activity, for the unit whose it is.
  with check (true);

create table period_figures (
  owner_unit_id integer not null,
  -- 0: all campaigns of the owner together.
  campaign_id bigint not null,
  -- 0: whatever the topic. An activity of several topics counts whole in each, and once here.
  topic_id bigint not null,
  -- adm: 15th to 14th; cal: the calendar; week: ISO (packages/contract/src/periods.ts).
  kind text not null check (kind in ('adm-month', 'adm-quarter', 'adm-half', 'adm-nine-months', 'adm-year',
    'cal-month', 'cal-quarter', 'cal-half', 'cal-nine-months', 'cal-year', 'week')),
  starts_on date not null,
  -- The unit of then; who answers for it today is looked up when it is read.
  unit_id integer not null,
  indicator text not null,
  declared numeric not null,
  proved numeric not null,
  claimed numeric not null,
  doubted numeric not null,
  corrected numeric not null,
  -- A row is there only where something was reported.
  activities integer not null check (activities > 0),
  -- When the last of its activities was touched: what came in after a report had closed shows by it.
  last_at timestamptz not null,
  -- Of `distinct` the names, of `ratio` parts and wholes: what longer periods are put together from.
  basis jsonb,
  check (declared = proved + claimed + doubted + corrected),
  primary key (owner_unit_id, campaign_id, topic_id, kind, starts_on, unit_id, indicator)
);
alter table period_figures enable row level security;
alter table period_figures force row level security;
-- In sub-selects, so that they are asked once a query and not once a row.
create policy period_figures_seen on period_figures using (
  (select loa_system()) or unit_id = any ((select loa_units())::integer[])
  or owner_unit_id = any ((select loa_units())::integer[]))
  with check (loa_system());

-- The activities of a unit in a span of days: what is folded, and the days of a range that are no whole period.
create index activities_day on activities (owner_unit_id, unit_id, happened_on);
-- The job reads many: for it the activity need not be looked up once more for each of its numbers.
drop policy activity_quantities_seen on activity_quantities;
create policy activity_quantities_seen on activity_quantities using (
  loa_system() or exists (select from activities a where a.id = activity_id));

-- What was recorded before there were roll-ups waits to be folded like a change.
insert into figure_changes (owner_unit_id, campaign_id, unit_id, indicator, day, topics)
  select distinct a.owner_unit_id, a.campaign_id, a.unit_id, q.indicator, a.happened_on,
    array(select t.topic_id from activity_topics t where t.activity_id = a.id order by t.topic_id)
  from activities a join activity_quantities q on q.activity_id = a.id;
