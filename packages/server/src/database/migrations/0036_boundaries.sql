-- Where a unit's area lies, for its days. A boundary belongs to a code, as the parent of a unit does: the unit is the one that
-- has the code on the day that is looked at, so it stays when a row of the unit ends and another begins.
create table boundaries (
  id integer generated always as identity primary key,
  unit_code text not null,
  valid_from date,
  valid_to date,
  -- A GeoJSON MultiPolygon, longitude and latitude.
  geometry json not null,
  digest text not null,
  source text not null,
  imported_by text not null references people (id),
  imported_at timestamptz not null,
  unique nulls not distinct (unit_code, valid_from),
  check (valid_to is null or valid_from is null or valid_to >= valid_from)
);
alter table boundaries enable row level security;
alter table boundaries force row level security;
create policy boundaries_read on boundaries for select using (true);
create policy boundaries_kept on boundaries using (loa_directory()) with check (loa_directory());
