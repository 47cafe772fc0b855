-- Dãy số văn bản đi: how a body numbers, and every number that was ever given, so that the register has no gap.

-- One series for all types or one for each, as the head of the body decides (Decree 30/2020/NĐ-CP, article 15.1.c), from a year on.
create table number_plans (
  unit_id integer not null references units (id),
  from_year integer not null check (from_year between 2000 and 2100),
  kind text not null check (kind in ('one', 'per-type')),
  -- The decision or rule it rests on.
  act text not null check (length(trim(act)) > 0),
  decided_by text not null references people (id),
  decided_at timestamptz not null,
  primary key (unit_id, from_year)
);

create table dispatch_numbers (
  id bigint generated always as identity primary key,
  unit_id integer not null references units (id),
  year integer not null,
  series text not null,
  number integer not null check (number > 0),
  -- used: printed on a dispatch · reserved: kept free for one to come · void: given and never to be used again.
  state text not null check (state in ('used', 'reserved', 'void')),
  -- Whose number it is, or was until it became void.
  dispatch_id bigint references dispatches (id),
  -- What a reserved number is kept for.
  purpose text,
  -- Why a number is void.
  reason text,
  -- The number with its symbol, as it was printed when it was given.
  code text,
  taken_by text references people (id),
  taken_at timestamptz not null,
  changed_by text references people (id),
  changed_at timestamptz,
  -- Of a reservation: asked for again with the same one, it is the same number.
  key uuid,
  unique (unit_id, year, series, number),
  unique (unit_id, key),
  check (state <> 'used' or dispatch_id is not null),
  check (state <> 'reserved' or length(trim(purpose)) > 0),
  check (state <> 'void' or length(trim(reason)) > 0)
);
-- A dispatch has one number.
create unique index dispatch_numbers_used on dispatch_numbers (dispatch_id) where state = 'used';
create index dispatch_numbers_kept on dispatch_numbers (unit_id, year, series, state) where state <> 'used';

insert into dispatch_numbers (unit_id, year, series, number, state, dispatch_id, code, taken_at)
  select owner_unit_id, series_year, series, series_number, 'used', id, code, updated_at from dispatches
  where series is not null;
-- Numbers whose dispatch was taken over by the body that followed.
insert into dispatch_numbers (unit_id, year, series, number, state, reason, taken_at)
  select s.unit_id, s.year, s.series, n, 'void', 'Cơ quan ban hành đã kết thúc hoạt động', now()
  from number_series s, generate_series(1, s.last) as n
  where not exists (select from dispatch_numbers d
    where d.unit_id = s.unit_id and d.year = s.year and d.series = s.series and d.number = n);
alter table dispatches drop column series, drop column series_year, drop column series_number;

do $$
  declare
    name text;
  begin
    foreach name in array array['number_plans', 'dispatch_numbers'] loop
      execute format('alter table %I enable row level security', name);
      execute format('alter table %I force row level security', name);
      execute format('create policy %I on %I using (loa_system() or unit_id = any ((select loa_units())::integer[]))', name || '_seen', name);
    end loop;
  end $$;
