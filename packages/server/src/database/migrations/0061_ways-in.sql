-- How a document came in, and from whom: an address, a body, a folder.
alter table dispatches add column came_by text not null default 'upload'
  check (came_by in ('upload', 'folder', 'mail', 'exchange', 'package'));
alter table dispatches add column came_from text;

-- What came with an incoming document: its other files, and the package or letter they came in.
create table dispatch_files (
  dispatch_id bigint not null references dispatches (id),
  ordinal integer not null,
  kind text not null check (kind in ('attachment', 'package', 'letter')),
  name text not null,
  mime text not null,
  sha256 text not null,
  bytes bigint not null,
  primary key (dispatch_id, ordinal)
);
create index dispatch_files_sha256 on dispatch_files (sha256);
alter table dispatch_files enable row level security;
alter table dispatch_files force row level security;
create policy dispatch_files_seen on dispatch_files using (
  loa_system() or exists (select from dispatches d where d.id = dispatch_id));
