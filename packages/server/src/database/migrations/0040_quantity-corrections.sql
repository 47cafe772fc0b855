-- Đính chính số liệu: a number stays as its unit typed it; what it is to count as is said beside it, dated, with the reason.
-- The last one of an activity and indicator holds; one is taken back by a further one.
create table quantity_corrections (
  -- Made by the client, so that a correction sent twice is there once.
  id uuid primary key,
  number bigint generated always as identity unique,
  activity_id uuid not null references activities (id),
  indicator text not null references indicators (code),
  unit_id integer not null references units (id),
  owner_unit_id integer not null references units (id),
  -- Zero is a number: "none of it was there". It is not the same as a number nobody has reported.
  quantity numeric not null check (quantity >= 0),
  -- Of `ratio` only: the whole.
  out_of numeric check (out_of > 0 and out_of >= quantity),
  -- Of `distinct` only: the names that remain.
  things text[] not null default '{}',
  reason text not null check (length(trim(reason)) > 0),
  corrected_by text not null references people (id),
  corrected_at timestamptz not null
);
create index quantity_corrections_activity on quantity_corrections (activity_id, indicator, number desc);
create index quantity_corrections_newest on quantity_corrections (corrected_at desc);
create function quantity_corrections_are_forever() returns trigger language plpgsql as
  $$ begin raise exception 'corrections are append-only'; end $$;
create trigger quantity_corrections_are_forever before update or delete on quantity_corrections
  for each row execute function quantity_corrections_are_forever();
alter table quantity_corrections enable row level security;
alter table quantity_corrections force row level security;
-- Whoever sees the activity, today's holder of its duty too.
create policy quantity_corrections_seen on quantity_corrections using (
  loa_system() or exists (select from activities a where a.id = activity_id));

-- What people typed is made of four parts. `corrected` is what a correction takes away: below zero where it adds.
alter table figures add column corrected numeric not null default 0;
alter table figures drop constraint figures_check;
alter table figures add constraint figures_check check (declared = proved + claimed + doubted + corrected);

-- Evidence is taken back with a reason: it stays stored and is seen, and shows nothing any more.
do $$
  declare
    name text;
  begin
    foreach name in array array['evidence', 'attachments'] loop
      execute format('alter table %I
        add column withdrawn_at timestamptz,
        add column withdrawn_by text references people (id),
        add column withdrawn_reason text check (length(trim(withdrawn_reason)) > 0),
        add check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_reason is null))',
        name);
    end loop;
  end $$;
