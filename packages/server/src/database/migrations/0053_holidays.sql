-- Ngày nghỉ: one calendar for the whole installation. Days off by law are reckoned; what is decided for a year, and days moved
-- or given by order, are entered by the administrators of the body that runs this Loa.
create table holiday_years (
  year integer primary key check (year between 2000 and 2100),
  -- Of the five days of Tết, so many stand before it (Bộ luật Lao động 2019, article 112).
  tet_before integer not null check (tet_before in (1, 2)),
  national_day_with text not null check (national_day_with in ('before', 'after')),
  act text not null check (length(trim(act)) > 0),
  decided_by text not null references people (id),
  decided_at timestamptz not null
);
create table holidays (
  day date primary key,
  name text not null check (length(trim(name)) > 0),
  kind text not null check (kind in ('off', 'working')),
  note text not null default '',
  entered_by text not null references people (id),
  entered_at timestamptz not null
);

-- Everybody reckons with them; they are written under the sight of the directory's keepers only.
do $$
  declare
    name text;
  begin
    foreach name in array array['holiday_years', 'holidays'] loop
      execute format('alter table %I enable row level security', name);
      execute format('alter table %I force row level security', name);
      execute format('create policy %I on %I for select using (true)', name || '_read', name);
      execute format('create policy %I on %I using (loa_directory())', name || '_kept', name);
    end loop;
  end $$;
