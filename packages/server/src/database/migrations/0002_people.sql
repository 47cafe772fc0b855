-- Sign-in is better-auth's; the four tables are its model under our names.
create table people (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  -- The post as the office says it: "Chuyên viên, Phòng QLVHGĐ".
  title text not null default '',
  -- An invented person of the example data, who may be entered with one click on a loopback address.
  example boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table sessions (
  id text primary key,
  person_id text not null references people (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index sessions_person on sessions (person_id);
create table accounts (
  id text primary key,
  person_id text not null references people (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  -- argon2id
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index accounts_person on accounts (person_id);
create table verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verifications_identifier on verifications (identifier);

-- A person holds roles in units.
create table appointments (
  person_id text not null references people (id) on delete cascade,
  unit_id integer not null references units (id),
  role text not null check (role in (
    'officer', 'head', 'clerk', 'leader', 'reporter', 'operator', 'approver', 'administrator', 'reader')),
  primary key (person_id, unit_id, role)
);
