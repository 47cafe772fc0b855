-- What a draft said before each change, and what was remarked on a sentence of it. Of the drafting body alone: who receives the issued
-- dispatch sees neither.
create table dispatch_versions (
  dispatch_id bigint not null references dispatches (id),
  -- That of `dispatches.version` after the change.
  number integer not null,
  at timestamptz not null,
  person_id text references people (id),
  tree jsonb not null,
  primary key (dispatch_id, number)
);
create table dispatch_comments (
  id uuid primary key,
  -- The order in which they were made.
  seq bigint not null generated always as identity,
  dispatch_id bigint not null references dispatches (id),
  at timestamptz not null,
  person_id text not null references people (id),
  -- subject, addressees, body, recipients, signer; null: the whole dispatch.
  field text,
  -- The sentence as it was then; it is found again by its words.
  quote text not null default '',
  words text not null check (length(trim(words)) > 0),
  reply_to uuid references dispatch_comments (id),
  -- What was asked for is done.
  done_by text references people (id),
  done_at timestamptz,
  check ((done_by is null) = (done_at is null)),
  check (reply_to is null or done_at is null)
);
create index dispatch_comments_of on dispatch_comments (dispatch_id, seq);

do $$
  declare
    name text;
  begin
    foreach name in array array['dispatch_versions', 'dispatch_comments'] loop
      execute format('alter table %I enable row level security', name);
      execute format('alter table %I force row level security', name);
      execute format('create policy %I on %I using (loa_system() or exists (select from dispatches d
        where d.id = dispatch_id and d.owner_unit_id in (select unnest(loa_units()))))', name || '_seen', name);
    end loop;
  end $$;
