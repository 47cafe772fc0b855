-- The audit trail: who did what, when, to which thing. One hash chain per unit, written with each change.
create table event_heads (
  unit_id integer primary key references units (id),
  seq bigint not null,
  hash bytea not null
);
create table events (
  id bigint generated always as identity primary key,
  unit_id integer not null references units (id),
  seq bigint not null,
  at timestamptz not null,
  person_id text references people (id),
  kind text not null,
  subject text not null,
  subject_id text not null,
  data jsonb not null,
  -- sha256 over the previous hash and the canonical words of this event.
  hash bytea not null,
  unique (unit_id, seq)
);
create index events_subject on events (subject, subject_id, id);
create function events_are_forever() returns trigger language plpgsql as
  $$ begin raise exception 'events are append-only'; end $$;
create trigger events_are_forever before update or delete on events
  for each row execute function events_are_forever();
alter table events enable row level security;
alter table events force row level security;
create policy events_seen on events using (loa_system() or unit_id = any ((select loa_units())::integer[]))
  -- Writing is by the server's own `record`, which may note something for the unit on the other side of a duty.
  with check (true);

-- A write sent twice under one key is done once and answered twice.
create table idempotency_keys (
  person_id text not null references people (id) on delete cascade,
  key text not null check (length(key) between 8 and 200),
  request text not null,
  status integer,
  answer jsonb,
  created_at timestamptz not null default now(),
  primary key (person_id, key)
);
create index idempotency_keys_age on idempotency_keys (created_at);
