-- What the accepted report of a unit says of its own campaign counts in the campaign of the level above. It is kept beside the
-- unit's own activities there, and replaced whole whenever another of its reports is accepted.
create table taken_figures (
  expected_id bigint not null references expected_reports (id),
  campaign_id bigint not null references campaigns (id),
  unit_id integer not null references units (id),
  owner_unit_id integer not null references units (id),
  indicator text not null references indicators (code),
  -- The signed report of the unit: what it is made of opens there.
  dispatch_id bigint not null references dispatches (id),
  declared numeric not null,
  proved numeric not null,
  claimed numeric not null,
  doubted numeric not null,
  corrected numeric not null,
  activities integer not null,
  check (declared = proved + claimed + doubted + corrected),
  primary key (expected_id, indicator)
);
create index taken_figures_figure on taken_figures (campaign_id, unit_id, indicator);
alter table taken_figures enable row level security;
alter table taken_figures force row level security;
create policy taken_figures_seen on taken_figures using (
  loa_system() or unit_id = any ((select loa_units())::integer[])
  or owner_unit_id = any ((select loa_units())::integer[]));
