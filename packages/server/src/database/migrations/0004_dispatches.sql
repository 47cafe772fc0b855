create table dispatches (
  id bigint generated always as identity primary key,
  direction text not null check (direction in ('in', 'out')),
  owner_unit_id integer not null references units (id),
  state text not null check (state in (
    'read', 'planned', 'draft', 'submitted', 'approved', 'signed', 'numbered', 'issued')),
  -- The document tree; type, subject and date are copied out for lists and search.
  tree jsonb not null,
  type text not null,
  issuer text,
  code text,
  dated text,
  subject text,
  messages jsonb not null default '[]',
  file_name text,
  file_sha256 text,
  file_mime text,
  -- The day whose units the addressee phrases were resolved to.
  plan_on date,
  plan_warnings jsonb not null default '[]',
  source_dispatch_id bigint references dispatches (id),
  return_reason text,
  -- Given by `number`: unique in the series of the unit and year.
  series text,
  series_year integer,
  series_number integer,
  issued_at timestamptz,
  pdf_sha256 text,
  docx_sha256 text,
  simulated boolean not null default false,
  version integer not null default 1,
  created_by text references people (id),
  updated_by text references people (id),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((direction = 'in') = (state in ('read', 'planned'))),
  unique (owner_unit_id, series_year, series, series_number)
);
-- The same file twice is one dispatch.
create unique index dispatches_file on dispatches (owner_unit_id, file_sha256) where direction = 'in';
create index dispatches_list on dispatches (owner_unit_id, direction, id desc);
alter table dispatches enable row level security;
alter table dispatches force row level security;

create table number_series (
  unit_id integer not null references units (id),
  year integer not null,
  series text not null,
  last integer not null,
  primary key (unit_id, year, series)
);

-- What Loa proposes from an incoming dispatch; nothing of it counts before a person decided.
create table proposals (
  id bigint generated always as identity primary key,
  dispatch_id bigint not null references dispatches (id),
  ordinal integer not null,
  kind text not null check (kind in ('topic', 'form', 'addressee', 'link', 'deadline', 'duty')),
  value jsonb not null,
  source jsonb not null,
  decision text not null default 'waiting' check (decision in ('waiting', 'confirmed', 'changed', 'rejected')),
  decided_by text references people (id),
  decided_at timestamptz,
  version integer not null default 0,
  unique (dispatch_id, ordinal)
);

-- Trình, duyệt, ký, cấp số, ban hành, trả lại: each with who and when.
create table dispatch_steps (
  id bigint generated always as identity primary key,
  dispatch_id bigint not null references dispatches (id),
  step text not null,
  at timestamptz not null,
  person_id text references people (id),
  note text
);
create index dispatch_steps_dispatch on dispatch_steps (dispatch_id, id);
