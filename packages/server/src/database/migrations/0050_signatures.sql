-- Chữ ký số: the keys of persons and the seal keys of bodies, and what was signed with them.

-- One key a person, one a body. The file is sealed (AES-256-GCM, signatures/sealed-file.ts) and opens with nothing that is kept here:
-- its password is asked for at each signature.
create table signing_keys (
  id bigint generated always as identity primary key,
  person_id text references people (id),
  unit_id integer references units (id),
  sealed bytea not null,
  subject text not null,
  issuer text not null,
  serial text not null,
  valid_from timestamptz not null,
  valid_to timestamptz not null,
  -- The picture of the signature or of the seal, and its size in points of the picture.
  picture_sha256 text,
  picture_width integer,
  picture_height integer,
  -- Wrong passwords in a row; the third locks it.
  tries integer not null default 0,
  locked_until timestamptz,
  set_by text not null references people (id),
  set_at timestamptz not null,
  -- Somebody's or a body's.
  check (num_nonnulls(person_id, unit_id) = 1),
  check (num_nulls(picture_sha256, picture_width, picture_height) in (0, 3)),
  unique (person_id),
  unique (unit_id)
);
alter table signing_keys enable row level security;
alter table signing_keys force row level security;
-- Whether somebody signs digitally concerns all who wait for the signature.
create policy signing_keys_read on signing_keys for select using (true);
-- Kept where the person works, and stays the person's when they move.
create policy signing_keys_kept on signing_keys using (
  loa_system() or unit_id = any ((select loa_units())::integer[]) or exists (
    select from appointments a where a.person_id = signing_keys.person_id and a.unit_id = any ((select loa_units())::integer[])));

-- The pages with number and date as they were laid out then: what is signed, whatever a later version would make of the tree.
alter table dispatches add column final_sha256 text;
-- Where the signature goes on them.
alter table dispatches add column final_room jsonb;

create table signatures (
  dispatch_id bigint not null references dispatches (id),
  -- The one who is competent signs first, then the body seals (Decree 30/2020/NĐ-CP, Appendix I, part II).
  step text not null check (step in ('person', 'organisation')),
  person_id text not null references people (id),
  at timestamptz not null,
  -- The file before and after: each adds to the one before it.
  before_sha256 text not null,
  after_sha256 text not null,
  subject text not null,
  issuer text not null,
  serial text not null,
  -- An authority of timestamps has proved the moment.
  timestamped boolean not null,
  -- Nothing is signed twice.
  primary key (dispatch_id, step)
);
alter table signatures enable row level security;
alter table signatures force row level security;
create policy signatures_seen on signatures using (
  loa_system() or exists (select from dispatches d where d.id = dispatch_id));

-- What was found in a file when its signatures were looked at, by what was trusted then.
create table signature_checks (
  dispatch_id bigint not null references dispatches (id),
  sha256 text not null,
  trust text not null,
  found jsonb,
  at timestamptz not null,
  primary key (dispatch_id, sha256, trust)
);
alter table signature_checks enable row level security;
alter table signature_checks force row level security;
create policy signature_checks_seen on signature_checks using (
  loa_system() or exists (select from dispatches d where d.id = dispatch_id));
