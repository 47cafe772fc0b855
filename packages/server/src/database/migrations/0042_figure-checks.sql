-- What the rules of figures/checks.ts ask about, found by the job that folds, and what a person answered. A finding is kept
-- with its numbers: while they stand it is not asked again, with other numbers it is another one.
create table figure_checks (
  id bigint generated always as identity primary key,
  campaign_id bigint not null references campaigns (id),
  unit_id integer not null references units (id),
  owner_unit_id integer not null references units (id),
  rule text not null,
  indicator text not null references indicators (code),
  -- The month it is of, or the activity; empty: the campaign.
  subject text not null default '',
  numbers text not null,
  -- How far it is off, in the counting unit: the largest first.
  size numeric not null,
  found_at timestamptz not null,
  -- right: the number is as it is, for this reason; mended: it was put right.
  answer text check (answer in ('right', 'mended')),
  note text not null default '' check (answer is distinct from 'right' or length(trim(note)) > 0),
  answered_by text references people (id),
  answered_at timestamptz,
  check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null)),
  unique (campaign_id, unit_id, rule, indicator, subject, numbers)
);
create index figure_checks_open on figure_checks (owner_unit_id, campaign_id) where answer is null;
alter table figure_checks enable row level security;
alter table figure_checks force row level security;
create policy figure_checks_seen on figure_checks using (
  loa_system() or unit_id = any ((select loa_units())::integer[])
  or owner_unit_id = any ((select loa_units())::integer[]));
