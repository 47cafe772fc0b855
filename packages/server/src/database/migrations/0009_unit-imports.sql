-- An import may have several files: lists of units and a mapping of codes. Undoing is work of its own.
alter table unit_imports drop constraint unit_imports_state_check;
alter table unit_imports
  add check (state in ('reading', 'ready', 'applying', 'applied', 'undoing', 'undone', 'failed')),
  -- Names the difference that was shown; only that one is applied.
  add column digest text,
  add column leave_out boolean not null default false;

create table unit_import_files (
  import_id bigint not null references unit_imports (id) on delete cascade,
  file integer not null,
  name text not null,
  sha256 text not null,
  -- Null: not read yet.
  kind text check (kind in ('units', 'mapping')),
  encoding text,
  rows integer not null default 0,
  padded integer not null default 0,
  trouble text,
  primary key (import_id, file),
  unique (import_id, sha256)
);
create index unit_import_files_sha256 on unit_import_files (sha256);
alter table unit_import_files enable row level security;
alter table unit_import_files force row level security;
create policy unit_import_files_kept on unit_import_files using (loa_directory()) with check (loa_directory());

alter table unit_import_rows drop constraint unit_import_rows_pkey;
alter table unit_import_rows
  add column file integer not null default 1,
  -- What the reader could not understand, and in which words.
  add column trouble text,
  add column about text not null default '',
  add primary key (import_id, file, line);
alter table unit_import_mappings drop constraint unit_import_mappings_pkey;
alter table unit_import_mappings
  add column file integer not null default 1,
  add column trouble text,
  add column detail text,
  add column about text not null default '',
  add primary key (import_id, file, line);

-- Undoing finds what a change added, and asks of each unit whether anything refers to it.
create index units_change on units (change_id) where change_id is not null;
create index unit_closings_unit on unit_closings (unit_id);
