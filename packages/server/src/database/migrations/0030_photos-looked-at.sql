-- A photo is received when its bytes are on disk and its row is committed; it is opened afterwards, by a job.
alter table evidence
  -- Null until the photo was opened, and for ever if it cannot be.
  alter column preview_sha256 drop not null,
  add column small_sha256 text,
  add column looked_at timestamptz,
  -- What the device said about itself when it sent the photo.
  add column claimed_at timestamptz,
  add column claimed_latitude double precision,
  add column claimed_longitude double precision,
  add column claimed_mock boolean not null default false,
  -- Rectangles in shares of the picture, made unrecognisable in every copy that leaves Loa.
  add column blurs jsonb not null default '[]';
update evidence set looked_at = created_at;
create index evidence_not_looked_at on evidence (created_at) where looked_at is null;
create index evidence_person on evidence (added_by, taken_at) where taken_at is not null;
create index evidence_owner on evidence (owner_unit_id, created_at desc, id);

-- What each photo looks like, of all units: read by the job that looks for photos used twice, by nobody else.
create table photo_prints (
  -- Given under a lock, so that the order of numbers is the order of commits.
  id integer generated always as identity primary key,
  evidence_id uuid not null unique references evidence (id),
  unit_id integer not null references units (id),
  -- Six DCT hashes of 64 bits, and the grey picture of 64 × 64 they are made of.
  hashes bytea not null check (length(hashes) = 48),
  grey bytea not null check (length(grey) = 4096)
);
alter table photo_prints enable row level security;
alter table photo_prints force row level security;
create policy photo_prints_seen on photo_prints using (loa_system());

-- A doubt asks for a person's eyes; only a person closes it. `evidence.doubts` holds the kinds that are open.
create table evidence_doubts (
  id bigint generated always as identity primary key,
  evidence_id uuid not null references evidence (id),
  unit_id integer not null references units (id),
  owner_unit_id integer not null references units (id),
  kind text not null,
  -- The numbers of the sentence: days, kilometres, hours.
  detail jsonb not null default '{}',
  -- The photo it is a copy of, perhaps of a unit whose rows the reader does not see.
  other_evidence_id uuid references evidence (id),
  raised_at timestamptz not null,
  closed_at timestamptz,
  closed_by text references people (id),
  unique nulls not distinct (evidence_id, kind, other_evidence_id),
  check ((closed_at is null) = (closed_by is null))
);
create index evidence_doubts_other on evidence_doubts (other_evidence_id);
alter table evidence_doubts enable row level security;
alter table evidence_doubts force row level security;
create policy evidence_doubts_seen on evidence_doubts using (
  loa_system() or unit_id = any ((select loa_units())::integer[])
  or owner_unit_id = any ((select loa_units())::integer[]));
alter table evidence disable row level security;
insert into evidence_doubts (evidence_id, unit_id, owner_unit_id, kind, raised_at)
  select e.id, e.unit_id, e.owner_unit_id, d.kind, e.created_at from evidence e cross join unnest(e.doubts) as d (kind);
alter table evidence enable row level security;
