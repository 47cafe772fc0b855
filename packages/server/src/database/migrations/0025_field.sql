-- What came from the field, under the UUIDs that the phone gave. Sent twice, it counts once.
create sequence field_receipts;

create table field_edits (
  id uuid primary key,
  activity_id uuid not null references activities (id),
  unit_id integer not null references units (id),
  owner_unit_id integer not null references units (id),
  person_id text not null references people (id),
  -- The words as they were sent, in the format of their day.
  words jsonb not null,
  -- conflict: somebody else's change came first; these words wait for a choice and change nothing.
  outcome text not null check (outcome in ('received', 'conflict')),
  app text not null,
  -- What the phone's clock showed when it was saved, and how many seconds that clock was behind the server's.
  device_at timestamptz not null,
  clock_behind integer not null,
  received_at timestamptz not null,
  receipt bigint unique,
  finished_at timestamptz,
  choice text check (choice in ('current', 'other')),
  decided_by text references people (id),
  decided_at timestamptz,
  check ((receipt is null) = (finished_at is null)),
  check ((choice is null) = (decided_at is null)),
  check (choice is null or outcome = 'conflict')
);
create index field_edits_activity on field_edits (activity_id, received_at);
create index field_edits_open on field_edits (unit_id) where outcome = 'conflict' and choice is null;
alter table field_edits enable row level security;
alter table field_edits force row level security;
create policy field_edits_seen on field_edits using (
  loa_system() or unit_id = any ((select loa_units())::integer[])
  or owner_unit_id = any ((select loa_units())::integer[]));

-- What the phone says about a photo that it sent: a claim, kept beside what the photo itself says.
create table evidence_claims (
  evidence_id uuid primary key,
  activity_id uuid not null references activities (id),
  unit_id integer not null references units (id),
  owner_unit_id integer not null references units (id),
  sha256 text not null,
  -- The photo before the phone made it smaller.
  original_sha256 text,
  original_bytes bigint,
  latitude double precision,
  longitude double precision,
  accuracy double precision,
  device_at timestamptz not null,
  clock_behind integer not null,
  received_at timestamptz not null
);
create index evidence_claims_activity on evidence_claims (activity_id);
create index evidence_claims_original on evidence_claims (original_sha256);
alter table evidence_claims enable row level security;
alter table evidence_claims force row level security;
create policy evidence_claims_seen on evidence_claims using (
  loa_system() or unit_id = any ((select loa_units())::integer[])
  or owner_unit_id = any ((select loa_units())::integer[]));
