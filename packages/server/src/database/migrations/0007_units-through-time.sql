-- A row of `units` is a body or an area under one name, code, type and parent for its days. When one of these changes, the row
-- ends and another begins; unit_successions say which follows which. Nothing that refers to the old row is rewritten.
-- Codes are reused (2,137 of the 3,321 communes of 1 July 2025 carry a code that another unit had the day before), so the
-- key stays (code, valid_from), and on one day a code means one unit.

-- A change of the directory: an import, an act of succession, a corrected contact, the undoing of one of these.
create table unit_changes (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('import', 'succession', 'undo')),
  -- What the history shows: the file's name, or what the act does.
  title text not null,
  -- Number and symbol of the legal act: "Nghị quyết số 1669/NQ-UBTVQH15".
  act text not null default '',
  -- The first day on which it counts.
  effective_on date,
  unit_id integer not null references units (id),
  person_id text references people (id),
  at timestamptz not null,
  undoes bigint unique references unit_changes (id),
  check ((kind = 'undo') = (undoes is not null))
);

alter table units
  add column change_id bigint references unit_changes (id),
  -- Search without tone marks reads this column instead of folding 25,000 names again.
  add column folded text not null generated always as (loa_fold(full_name || ' ' || name || ' ' || code)) stored;
drop index units_folded;
create index units_code on units (code);

-- One unit a code a day. A trigger, not an exclusion constraint: that would need an extension, which not every office's
-- PostgreSQL lets us make. The lock keeps two changes of the directory from passing each other.
create function units_keep_apart() returns trigger language plpgsql as $$
  declare
    clash text;
  begin
    perform pg_advisory_xact_lock(hashtextextended('units', 0));
    select a.code into clash from touched a join units b on b.code = a.code and b.id <> a.id
      and coalesce(a.valid_from, '-infinity') <= coalesce(b.valid_to, 'infinity')
      and coalesce(b.valid_from, '-infinity') <= coalesce(a.valid_to, 'infinity') limit 1;
    if clash is not null then
      raise exception 'two units have the code % on one day', clash using errcode = 'exclusion_violation', detail = clash;
    end if;
    return null;
  end $$;
create trigger units_keep_apart_new after insert on units referencing new table as touched
  for each statement execute function units_keep_apart();
create trigger units_keep_apart_changed after update on units referencing new table as touched
  for each statement execute function units_keep_apart();

-- What a change ended, so that it can be undone.
create table unit_closings (
  change_id bigint not null references unit_changes (id),
  unit_id integer not null references units (id),
  valid_to_before date,
  primary key (change_id, unit_id)
);

-- How a unit is reached, each with its days: telephone, post, e-mail, website, codes of the exchange of documents.
create table unit_contacts (
  id bigint generated always as identity primary key,
  unit_id integer not null references units (id),
  kind text not null check (kind in ('address', 'phone', 'email', 'website', 'organ-id', 'exchange-code')),
  value text not null check (length(trim(value)) between 1 and 300),
  valid_from date,
  valid_to date,
  check (valid_to is null or valid_from is null or valid_to >= valid_from),
  unique nulls not distinct (unit_id, kind, value, valid_from)
);

create table unit_successions (
  id bigint generated always as identity primary key,
  from_unit_id integer not null references units (id),
  -- Null: abolished, and nobody follows.
  to_unit_id integer references units (id),
  kind text not null check (kind in ('merge', 'split', 'rename', 'abolish', 're-parent')),
  -- Of the old unit: the whole of it went there, or a part ("ask a person").
  share text not null check (share in ('full', 'partial')),
  act text not null default '',
  effective_on date not null,
  change_id bigint references unit_changes (id),
  check ((kind = 'abolish') = (to_unit_id is null)),
  check (from_unit_id is distinct from to_unit_id),
  unique nulls not distinct (from_unit_id, to_unit_id)
);
create index unit_successions_to on unit_successions (to_unit_id);
create index unit_successions_change on unit_successions (change_id);

-- Whose administrators keep the directory: the body that runs this Loa.
create table installation (
  one boolean primary key default true check (one),
  operator_unit_id integer not null references units (id)
);
insert into installation (operator_unit_id)
  select min(unit_id) from appointments where role = 'administrator' having min(unit_id) is not null;

-- True for an administrator of that body.
create function loa_directory() returns boolean language sql stable as
  $$ select coalesce(current_setting('loa.system', true), '') = 'on' or current_setting('loa.directory', true) = 'on' $$;

-- Everybody reads the directory; only its keepers write it.
do $$
  declare
    name text;
  begin
    foreach name in array array['units', 'unit_changes', 'unit_closings', 'unit_contacts', 'unit_successions'] loop
      execute format('alter table %I enable row level security', name);
      execute format('alter table %I force row level security', name);
      execute format('create policy %I on %I for select using (true)', name || '_read', name);
      execute format('create policy %I on %I using (loa_directory()) with check (loa_directory())', name || '_kept', name);
    end loop;
  end $$;

-- Who answers for a duty today. `unit_id` stays the unit it was given to ("đơn vị khi đó"); when that one ends, the duty is
-- handed over and this column moves ("đơn vị hôm nay"). Each duty has one holder, so totals by either are equal.
alter table duties add column holder_unit_id integer references units (id);
alter table deliveries add column holder_unit_id integer references units (id);
update duties set holder_unit_id = unit_id;
update deliveries set holder_unit_id = unit_id;
alter table duties alter column holder_unit_id set not null;
alter table deliveries alter column holder_unit_id set not null;
create index duties_holder on duties (holder_unit_id, id desc);
create index deliveries_holder on deliveries (holder_unit_id, id desc);
drop policy duties_seen on duties;
create policy duties_seen on duties using (
  loa_system() or unit_id = any ((select loa_units())::integer[]) or holder_unit_id = any ((select loa_units())::integer[])
  or owner_unit_id = any ((select loa_units())::integer[]));
drop policy deliveries_seen on deliveries;
create policy deliveries_seen on deliveries using (
  loa_system() or unit_id = any ((select loa_units())::integer[]) or holder_unit_id = any ((select loa_units())::integer[])
  or owner_unit_id = any ((select loa_units())::integer[]));

-- Each passing on of a duty. Asked: the unit was divided or abolished, and a person of the unit that gave the duty chooses.
create table handovers (
  id bigint generated always as identity primary key,
  duty_id bigint not null references duties (id),
  owner_unit_id integer not null references units (id),
  from_unit_id integer not null references units (id),
  to_unit_id integer references units (id),
  asked_at timestamptz not null,
  decided_at timestamptz,
  -- Null where the succession itself decided.
  decided_by text references people (id),
  check ((to_unit_id is null) = (decided_at is null)),
  unique (duty_id, from_unit_id)
);
create index handovers_open on handovers (owner_unit_id, id) where decided_at is null;
alter table handovers enable row level security;
alter table handovers force row level security;
create policy handovers_seen on handovers using (
  loa_system() or owner_unit_id = any ((select loa_units())::integer[])
  or from_unit_id = any ((select loa_units())::integer[]) or to_unit_id = any ((select loa_units())::integer[]));

-- A saved phrase of addressees with its query: "các xã, phường, thị trấn ven sông".
create table address_groups (
  id bigint generated always as identity primary key,
  owner_unit_id integer not null references units (id),
  name text not null check (length(trim(name)) between 1 and 200),
  -- The words as they stand after "Kính gửi"; a dispatch with these words gets these units.
  phrase text not null check (length(trim(phrase)) between 1 and 500),
  query jsonb not null,
  version integer not null default 1,
  updated_by text references people (id),
  updated_at timestamptz not null
);
create unique index address_groups_phrase on address_groups (owner_unit_id, loa_fold(phrase));
alter table address_groups enable row level security;
alter table address_groups force row level security;
create policy address_groups_seen on address_groups using (
  loa_system() or owner_unit_id = any ((select loa_units())::integer[]));

-- An import on its way: rows as read, what they would change, how far it is.
create table unit_imports (
  id bigint generated always as identity primary key,
  unit_id integer not null references units (id),
  person_id text references people (id),
  name text not null,
  state text not null check (state in ('reading', 'ready', 'applying', 'applied', 'undone', 'failed')),
  act text not null default '',
  -- How far: what is done, of how many, in the words of a code.
  step text not null default 'read',
  done integer not null default 0,
  total integer not null default 0,
  summary jsonb not null default '{}',
  problem text,
  change_id bigint references unit_changes (id),
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create table unit_import_rows (
  import_id bigint not null references unit_imports (id) on delete cascade,
  line integer not null,
  code text not null,
  valid_from date,
  valid_to date,
  name text not null,
  full_name text not null,
  type text not null,
  parent_code text,
  -- The codes of its successors, as written: "00008;00025".
  merged_into text not null default '',
  -- add, end, same, or a problem that keeps the row out.
  verdict text,
  detail text,
  primary key (import_id, line)
);
create index unit_import_rows_verdict on unit_import_rows (import_id, verdict, line);
create table unit_import_mappings (
  import_id bigint not null references unit_imports (id) on delete cascade,
  line integer not null,
  old_code text not null,
  new_code text not null,
  share text not null check (share in ('full', 'partial')),
  verdict text,
  primary key (import_id, line)
);
do $$
  declare
    name text;
  begin
    foreach name in array array['unit_imports', 'unit_import_rows', 'unit_import_mappings'] loop
      execute format('alter table %I enable row level security', name);
      execute format('alter table %I force row level security', name);
      execute format('create policy %I on %I using (loa_directory()) with check (loa_directory())', name || '_kept', name);
    end loop;
  end $$;
