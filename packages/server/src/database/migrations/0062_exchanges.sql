-- Kết nối liên thông: the ways to document systems outside this Loa, each of one unit, with what goes out and comes in by it.
create table exchange_connections (
  id bigint generated always as identity primary key,
  unit_id integer not null references units (id),
  name text not null check (length(trim(name)) between 1 and 200),
  kind text not null check (kind in ('hub', 'folder')),
  -- The identifier of the unit on this way (QCVN 102, or Decision 20/2020/QĐ-TTg): both forms are in use, so each way has its own.
  organ_id text not null,
  -- The address of the hub, or the name of the folder.
  place text not null,
  system_id text,
  -- AES-256-GCM under a key of the installation's secret, bound to the unit.
  sealed bytea,
  -- Attachments are zipped before they are encoded, as the national samples do.
  zipped boolean not null default false,
  enabled boolean not null default true,
  poll_minutes integer not null default 5 check (poll_minutes between 1 and 1440),
  next_poll_at timestamptz not null,
  -- Whoever works with it; after that moment somebody else may.
  leased_until timestamptz,
  polled_at timestamptz,
  answered_at timestamptz,
  trouble text,
  trouble_since timestamptz,
  -- By how many seconds clocks of others were ahead (or behind) when they were last heard, where that is more than ten minutes.
  clock_off integer,
  version integer not null default 1,
  changed_by text references people (id),
  changed_at timestamptz not null,
  unique (unit_id, kind, place, organ_id)
);
create index exchange_connections_due on exchange_connections (next_poll_at) where enabled;

-- Units of the directory that are reached by it, and not within this Loa.
create table exchange_addresses (
  connection_id bigint not null references exchange_connections (id),
  unit_id integer not null references units (id),
  organ_id text not null,
  primary key (connection_id, unit_id),
  unique (connection_id, organ_id)
);

-- What came in of each document of each sender, whatever came first.
create table exchange_incoming (
  id bigint generated always as identity primary key,
  connection_id bigint not null references exchange_connections (id),
  from_organ text not null,
  from_name text not null,
  document_id text not null,
  code text,
  dated text,
  -- Null while only a step about it has come.
  dispatch_id bigint references dispatches (id),
  -- Steps that came before the document.
  early jsonb not null default '[]',
  -- Digests of recalls and updates that were taken in.
  steps text[] not null default '{}',
  -- The package of the last update, until it is agreed to.
  update_sha256 text,
  replaced_by text,
  -- Decision 28/2018/QĐ-TTg, article 4: only what is digitally signed takes the place of paper.
  legal_value text check (legal_value in ('original', 'information')),
  at timestamptz not null,
  unique (connection_id, from_organ, document_id)
);
create index exchange_incoming_dispatch on exchange_incoming (dispatch_id);

create table exchange_outgoing (
  id bigint generated always as identity primary key,
  connection_id bigint not null references exchange_connections (id),
  -- One thing to be told is one line, however often it is asked for.
  key text not null,
  kind text not null check (kind in ('edoc', 'status')),
  -- Of a document or a step about one: 0 new, 1 recall, 2 update, 3 replacement.
  business integer check (business between 0 and 3),
  status text,
  dispatch_id bigint references dispatches (id),
  unit_id integer references units (id),
  incoming_id bigint references exchange_incoming (id),
  to_organ text not null,
  to_name text not null,
  document_id text not null,
  -- What packing needs besides: reason, moment, person.
  content jsonb not null,
  package_sha256 text,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'handed', 'received', 'refused', 'dropped')),
  tries integer not null default 0,
  next_at timestamptz not null,
  ref text,
  -- What the other side said, and its code.
  said text,
  code text,
  created_at timestamptz not null,
  handed_at timestamptz,
  received_at timestamptz,
  -- The last state that the receiver told, where it is no unit of the directory.
  heard text,
  unique (connection_id, key),
  check ((kind = 'edoc') = (business is not null)),
  check ((kind = 'status') = (status is not null))
);
create index exchange_outgoing_due on exchange_outgoing (connection_id, next_at) where state in ('waiting', 'sending');
create index exchange_outgoing_handed on exchange_outgoing (connection_id, handed_at) where state = 'handed';
create index exchange_outgoing_open on exchange_outgoing (connection_id, state, id desc) where state in ('waiting', 'sending', 'refused');
create index exchange_outgoing_dispatch on exchange_outgoing (dispatch_id);
create index exchange_outgoing_document on exchange_outgoing (connection_id, document_id, to_organ) where kind = 'edoc';
create index exchange_outgoing_ref on exchange_outgoing (connection_id, ref) where ref is not null;

-- By what name the other side called each package that was fetched: fetched once, however often it is listed.
create table exchange_taken (
  connection_id bigint not null references exchange_connections (id),
  ref text not null,
  kind text not null,
  how text not null check (how in ('stored', 'unreadable')),
  said text,
  sha256 text not null,
  incoming_id bigint references exchange_incoming (id),
  at timestamptz not null,
  primary key (connection_id, ref)
);
create index exchange_taken_at on exchange_taken (connection_id, at desc);

-- The delivery of what came from outside: its owner is the unit itself, as the sender is in no directory.
alter table deliveries add column incoming_id bigint unique references exchange_incoming (id);

do $$
  declare
    name text;
  begin
    execute 'alter table exchange_connections enable row level security';
    execute 'alter table exchange_connections force row level security';
    execute 'create policy exchange_connections_seen on exchange_connections using (
      loa_system() or unit_id in (select unnest(loa_units())))';
    foreach name in array array['exchange_addresses', 'exchange_incoming', 'exchange_outgoing', 'exchange_taken'] loop
      execute format('alter table %I enable row level security', name);
      execute format('alter table %I force row level security', name);
      execute format('create policy %I on %I using (loa_system() or exists (
        select from exchange_connections c where c.id = connection_id))', name || '_seen', name);
    end loop;
  end $$;
