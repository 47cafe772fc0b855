-- What a dispatch does not keep to of Decree 30, as it was found once for a file or for the words of a draft.
create table dispatch_checks (
  dispatch_id bigint not null references dispatches (id),
  -- The SHA-256 of the file that came in, or the MD5 of the tree of a draft.
  of_what text not null,
  -- The rules as they were then (findings/queries.ts).
  edition integer not null,
  result jsonb not null,
  at timestamptz not null,
  primary key (dispatch_id, of_what, edition)
);
alter table dispatch_checks enable row level security;
alter table dispatch_checks force row level security;
-- Whoever sees the dispatch sees what was found in it; whoever opens it first has it looked at.
create policy dispatch_checks_seen on dispatch_checks using (exists (select from dispatches d where d.id = dispatch_id));

-- A person looked at a finding and left it. The key is that of the rule and the words, so it holds for later versions.
create table finding_asides (
  dispatch_id bigint not null references dispatches (id),
  key text not null,
  reason text not null check (length(reason) between 3 and 500),
  person_id text not null references people (id),
  at timestamptz not null,
  primary key (dispatch_id, key)
);
alter table finding_asides enable row level security;
alter table finding_asides force row level security;
create policy finding_asides_seen on finding_asides for select using (
  exists (select from dispatches d where d.id = dispatch_id));
create policy finding_asides_written on finding_asides using (
  loa_system() or exists (
    select from dispatches d where d.id = dispatch_id and d.owner_unit_id = any ((select loa_units())::integer[])));
