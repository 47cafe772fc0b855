-- Folders lie on the server beside one another: what is laid into one belongs to one unit, and no other may empty it. Of several
-- connections to the same one the first stays on.
update exchange_connections c set enabled = false where kind in ('folder', 'drop') and exists (
  select from exchange_connections o where o.kind = c.kind and o.place = c.place and o.enabled and o.id < c.id);
create unique index exchange_connections_place on exchange_connections (kind, place) where kind in ('folder', 'drop') and enabled;
