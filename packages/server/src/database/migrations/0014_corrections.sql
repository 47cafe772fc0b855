-- What a reader got wrong in an incoming dispatch and a person put right: the dispatch holds the corrected value, these rows
-- hold what was read, with its place, and who changed it when.
create table field_corrections (
  id bigint generated always as identity primary key,
  dispatch_id bigint not null references dispatches (id),
  -- `subject`, or an item of a list by the place it was read at: `addressees/0`.
  field text not null,
  read_value jsonb not null,
  read_source jsonb,
  corrected_value jsonb not null,
  how text not null check (how in ('typed', 'marked', 'as-read')),
  span_start integer,
  span_end integer,
  person_id text references people (id),
  at timestamptz not null,
  -- The version of the dispatch that it made.
  version integer not null,
  unique (dispatch_id, field, version),
  check ((how = 'marked') = (span_start is not null and span_end is not null)),
  check (span_start < span_end)
);
create function corrections_are_forever() returns trigger language plpgsql as
  $$ begin raise exception 'corrections are append-only'; end $$;
create trigger corrections_are_forever before update or delete on field_corrections
  for each row execute function corrections_are_forever();
alter table field_corrections enable row level security;
alter table field_corrections force row level security;
-- Whoever sees the dispatch sees what was put right in it; only its owner writes.
create policy corrections_seen on field_corrections for select using (
  exists (select from dispatches d where d.id = dispatch_id));
create policy corrections_written on field_corrections for insert with check (
  loa_system() or exists (
    select from dispatches d where d.id = dispatch_id and d.owner_unit_id = any ((select loa_units())::integer[])));
