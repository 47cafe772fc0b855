-- Sổ đăng ký văn bản đến: one running number a year over all that comes in, on paper and electronically.
create table arrivals (
  id bigint generated always as identity primary key,
  unit_id integer not null references units (id),
  year integer not null,
  number integer not null check (number > 0),
  arrived_on date not null,
  -- Came in as a file, or was delivered within Loa.
  dispatch_id bigint references dispatches (id),
  delivery_id bigint references deliveries (id),
  -- As the document has them, for the register and for finding the same one again.
  author text,
  code text,
  dated text,
  type text not null,
  subject text,
  -- The code and the author without case, marks and spaces: what a second copy is known by.
  same_key text,
  note text not null default '',
  registered_by text references people (id),
  registered_at timestamptz not null,
  -- The last that was said of it: see arrival_entries.
  lead_id text references people (id),
  lead_name text,
  due_on date,
  forwarded_at timestamptz,
  finished_at timestamptz,
  progress text not null default '',
  reply_code text,
  version integer not null default 1,
  unique (unit_id, year, number),
  unique (dispatch_id),
  unique (delivery_id),
  check (num_nonnulls(dispatch_id, delivery_id) = 1)
);
create index arrivals_same on arrivals (unit_id, same_key);
create index arrivals_open on arrivals (unit_id, due_on) where finished_at is null;

-- Phiếu giải quyết văn bản đến: opinion, lead, helpers and deadline, what the handler says; one after the other, none is changed.
create table arrival_entries (
  id bigint generated always as identity primary key,
  arrival_id bigint not null references arrivals (id),
  kind text not null check (kind in ('forwarded', 'progress', 'finished')),
  at timestamptz not null,
  person_id text not null references people (id),
  words text not null default '',
  lead_id text references people (id),
  lead_name text,
  helpers jsonb not null default '[]',
  due_on date,
  reply_code text,
  check (kind <> 'forwarded' or lead_name is not null)
);
create index arrival_entries_of on arrival_entries (arrival_id, id);

-- What came in as a file and has no number yet; what was there before the register began is left out of it.
alter table dispatches add column registered boolean not null default false;
update dispatches set registered = true where direction = 'in';
create index dispatches_unregistered on dispatches (owner_unit_id, id desc) where direction = 'in' and not registered;

alter table arrivals enable row level security;
alter table arrivals force row level security;
create policy arrivals_seen on arrivals using (loa_system() or unit_id = any ((select loa_units())::integer[]));
alter table arrival_entries enable row level security;
alter table arrival_entries force row level security;
create policy arrival_entries_seen on arrival_entries using (
  loa_system() or exists (select from arrivals a where a.id = arrival_id));
