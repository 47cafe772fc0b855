-- Where the words of a scan stand on its pages, as the engine found them: a file of its own, read only where a page is shown.
alter table dispatches add column layout_sha256 text;
