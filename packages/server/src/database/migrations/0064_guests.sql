-- Another Loa, or any system that speaks as to a hub, is a guest here: it fetches what waits for it and brings what it has.
alter table exchange_connections drop constraint exchange_connections_kind_check;
alter table exchange_connections add constraint exchange_connections_kind_check
  check (kind in ('hub', 'folder', 'mail', 'drop', 'guest'));
-- The guest's key is long and random; its hash is kept.
alter table exchange_connections add column key_sha256 text;
alter table exchange_connections add check (key_sha256 is null or kind = 'guest');
create unique index exchange_connections_guest on exchange_connections (system_id) where kind = 'guest';
