-- What shows an activity and is no photo: a clipping as PDF, a captured page, a recording, a play log, a track.
create table attachments (
  -- Made by the client, so that a file sent twice is there once.
  id uuid primary key,
  activity_id uuid not null references activities (id),
  unit_id integer not null references units (id),
  owner_unit_id integer not null references units (id),
  kind text not null check (kind in ('document', 'copy', 'audio', 'play-log', 'track')),
  name text not null,
  sha256 text not null,
  mime text not null,
  bytes bigint not null,
  added_by text not null references people (id),
  created_at timestamptz not null,
  unique (activity_id, sha256)
);
create index attachments_activity on attachments (activity_id);
alter table attachments enable row level security;
alter table attachments force row level security;
-- Whoever sees the activity, today's holder of its duty too.
create policy attachments_seen on attachments using (
  loa_system() or exists (select from activities a where a.id = activity_id));
