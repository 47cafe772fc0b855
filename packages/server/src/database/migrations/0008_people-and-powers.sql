-- Roles are held from a day to a day. The history stays: an appointment ends, it is not deleted.
alter table appointments drop constraint appointments_pkey;
alter table appointments
  add column id bigint generated always as identity primary key,
  add column valid_from date,
  add column valid_to date,
  -- The decision it rests on: "Quyết định số 45/QĐ-SVHTTDL".
  add column act text not null default '',
  add column appointed_by text references people (id),
  add column created_at timestamptz not null default now(),
  add check (valid_to is null or valid_from is null or valid_to >= valid_from),
  add unique nulls not distinct (person_id, unit_id, role, valid_from);
create index appointments_unit on appointments (unit_id);

-- Somebody who has left signs in no more; what they did stays theirs.
alter table people
  add column left_on date,
  add column two_factor_enabled boolean not null default false;

-- Somebody may sign for the one who leads (Decree 30/2020/NĐ-CP, article 13): KT. a deputy, TL. by order, TUQ. by written
-- authorisation, each within its days and its scope.
create table delegations (
  id bigint generated always as identity primary key,
  unit_id integer not null references units (id),
  from_person_id text not null references people (id),
  to_person_id text not null references people (id) check (to_person_id <> from_person_id),
  form text not null check (form in ('KT', 'TL', 'TUQ')),
  -- As it is printed: "TL. GIÁM ĐỐC", and the post of who signs: "CHÁNH VĂN PHÒNG".
  authority_line text not null check (length(trim(authority_line)) between 3 and 100),
  signer_title text not null check (length(trim(signer_title)) between 2 and 100),
  -- The acts it covers, and the types of documents; no types: all of them.
  acts text[] not null check (cardinality(acts) > 0),
  document_types text[] not null default '{}',
  -- TUQ. rests on a written document (article 13, clause 3).
  act text not null default '' check (form <> 'TUQ' or length(trim(act)) > 0),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  -- TUQ. is for a limited time.
  check (form <> 'TUQ' or valid_to is not null),
  created_by text references people (id),
  created_at timestamptz not null,
  revoked_at timestamptz
);
create index delegations_to on delegations (to_person_id);
create index delegations_unit on delegations (unit_id);

-- Away from a day to a day; the stand-in takes over the daily work, never the signature.
create table leaves (
  id bigint generated always as identity primary key,
  unit_id integer not null references units (id),
  person_id text not null references people (id),
  stand_in_person_id text references people (id) check (stand_in_person_id <> person_id),
  valid_from date not null,
  valid_to date not null check (valid_to >= valid_from),
  note text not null default '',
  created_by text references people (id),
  created_at timestamptz not null,
  revoked_at timestamptz
);
create index leaves_person on leaves (person_id);
create index leaves_stand_in on leaves (stand_in_person_id);

-- An account that waits for its owner. The link carries a secret; only its hash is kept.
create table invitations (
  id bigint generated always as identity primary key,
  unit_id integer not null references units (id),
  person_id text not null references people (id),
  token_sha256 text not null unique,
  expires_at timestamptz not null,
  created_by text references people (id),
  created_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
create index invitations_person on invitations (person_id);

-- Who is asked on each request reads these without a person's sight; writing is for the units of the writer.
do $$
  declare
    name text;
  begin
    foreach name in array array['appointments', 'delegations', 'leaves', 'invitations'] loop
      execute format('alter table %I enable row level security', name);
      execute format('alter table %I force row level security', name);
      execute format('create policy %I on %I for select using (true)', name || '_read', name);
      execute format('create policy %I on %I using (loa_system() or unit_id = any ((select loa_units())::integer[]))
        with check (loa_system() or unit_id = any ((select loa_units())::integer[]))', name || '_kept', name);
    end loop;
  end $$;

-- better-auth's tables for second factors and passkeys, under our names.
create table two_factors (
  id text primary key,
  person_id text not null references people (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true
);
create index two_factors_person on two_factors (person_id);
create table passkeys (
  id text primary key,
  person_id text not null references people (id) on delete cascade,
  name text,
  public_key text not null,
  credential_id text not null unique,
  counter integer not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz default now()
);
create index passkeys_person on passkeys (person_id);

-- From where something was done. Part of the hash where it is known.
alter table events add column address text;
create index events_person on events (person_id, id desc);
