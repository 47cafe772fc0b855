-- Hộp thư và thư mục thả tệp: further ways in, kept as connections are: when asked last, what is wrong, what was taken.
alter table exchange_connections drop constraint exchange_connections_kind_check;
alter table exchange_connections add constraint exchange_connections_kind_check
  check (kind in ('hub', 'folder', 'mail', 'drop'));
-- Only the exchange knows identifiers of bodies.
alter table exchange_connections add check ((organ_id = '') = (kind in ('mail', 'drop')));
-- What became of a file or a letter, and by what a letter is known wherever it lies: its Message-ID and hash.
alter table exchange_taken add column dispatch_id bigint references dispatches (id);
alter table exchange_taken add column letter_key text;
create unique index exchange_taken_letter on exchange_taken (connection_id, letter_key) where letter_key is not null;
