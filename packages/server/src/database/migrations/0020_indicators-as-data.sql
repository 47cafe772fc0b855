-- What is counted, as the administrator keeps it: how values of one unit become one figure, and what shows them.
alter table indicators add column aggregation text not null default 'sum'
  check (aggregation in ('sum', 'distinct', 'max', 'last', 'ratio'));
-- Kinds of evidence that show it; a photo nearly always may.
alter table indicators add column evidence text[] not null default '{photo}' check (
  cardinality(evidence) > 0
  and evidence <@ array['photo', 'link', 'document', 'copy', 'audio', 'play-log', 'track']);
-- A retired one is offered no more; what was counted by it stays.
alter table indicators add column active boolean not null default true;
alter table indicators add column version integer not null default 1;
alter table indicators add constraint indicators_decimals check (decimals between 0 and 3);
-- The column of the board is added up over the units, and used.
alter table indicators add constraint indicators_main_check check (not main or (aggregation = 'sum' and active));

update indicators set ordinal = ordinal + 10000;
insert into indicators (code, ordinal, form, name, name_en, unit, unit_en, decimals, aggregation) values
  ('visual.banner-area', 30001, 'visual', 'Băng rôn (diện tích)', 'Banners (area)', 'm²', 'm²', 1, 'sum'),
  ('visual.road-banner', 30002, 'visual', 'Băng rôn vượt đường', 'Banners across roads', 'chiếc', 'pieces', 0, 'sum'),
  ('visual.flag-string', 30003, 'visual', 'Dây cờ', 'Strings of flags', 'mét', 'metres', 1, 'sum'),
  ('visual.poster-design', 30004, 'visual', 'Mẫu tranh cổ động', 'Poster designs', 'mẫu', 'designs', 0, 'distinct'),
  ('visual.light-box', 30005, 'visual', 'Hộp đèn, cụm cổ động', 'Light boxes', 'chiếc', 'pieces', 0, 'sum'),
  ('visual.light-box-area', 30006, 'visual', 'Hộp đèn, cụm cổ động (diện tích)', 'Light boxes (area)', 'm²', 'm²', 1, 'sum'),
  ('car.round', 30007, 'loudspeaker-car', 'Đợt xe tuyên truyền lưu động', 'Loudspeaker-car rounds', 'đợt', 'rounds', 0, 'sum'),
  ('car.day', 30008, 'loudspeaker-car', 'Ngày xe tuyên truyền lưu động', 'Loudspeaker-car days', 'ngày', 'days', 0, 'sum'),
  ('car.vehicle', 30009, 'loudspeaker-car', 'Số xe tham gia', 'Cars taking part', 'xe', 'cars', 0, 'distinct'),
  ('website.views', 30010, 'website', 'Lượt xem, lượt truy cập', 'Views', 'lượt', 'views', 0, 'sum'),
  ('led.screen', 30011, 'led', 'Số màn hình LED', 'LED screens', 'màn hình', 'screens', 0, 'distinct'),
  ('media.feature', 30012, 'mass-media', 'Phóng sự trên báo, đài', 'Features in press, radio, television', 'phóng sự', 'features', 0, 'sum'),
  ('media.column', 30013, 'mass-media', 'Chuyên mục trên báo, đài', 'Columns and programmes', 'chuyên mục', 'columns', 0, 'sum'),
  ('loudspeaker.item', 30014, 'commune-loudspeakers', 'Tin, bài phát trên truyền thanh cơ sở', 'Items on commune loudspeakers', 'tin, bài', 'items', 0, 'sum'),
  ('loudspeaker.cluster', 30015, 'commune-loudspeakers', 'Số cụm loa tham gia', 'Loudspeaker clusters taking part', 'cụm', 'clusters', 0, 'max'),
  ('performance.script', 30016, 'performance-film', 'Kịch bản, tiểu phẩm mới', 'New scripts', 'kịch bản', 'scripts', 0, 'distinct'),
  ('exhibition.work', 30017, 'exhibition', 'Ảnh, tranh, hiện vật trưng bày', 'Works shown', 'tác phẩm', 'works', 0, 'sum'),
  ('contest.prize', 30018, 'contest', 'Giải thưởng', 'Prizes', 'giải', 'prizes', 0, 'sum'),
  ('contest.author', 30019, 'contest', 'Số tác giả, thí sinh', 'Authors and contestants', 'người', 'persons', 0, 'last'),
  ('integration.minutes', 30020, 'integration', 'Thời lượng lồng ghép', 'Minutes of integration', 'phút', 'minutes', 0, 'sum'),
  ('integration.commitment', 30021, 'integration', 'Bản cam kết đã ký', 'Commitments signed', 'bản', 'commitments', 0, 'sum');
-- In the order of the ten forms; the ones that were there first keep their place before the new ones.
update indicators i set ordinal = o.ordinal from (
  select code, row_number() over (order by array_position(array['visual', 'loudspeaker-car', 'website', 'led', 'mass-media',
    'commune-loudspeakers', 'performance-film', 'exhibition', 'contest', 'integration'], form), ordinal) * 10 as ordinal
  from indicators) o where o.code = i.code;

update indicators set evidence = case form
  when 'loudspeaker-car' then array['photo', 'track', 'play-log']
  when 'website' then array['photo', 'link', 'copy']
  when 'led' then array['photo', 'play-log']
  when 'mass-media' then array['photo', 'link', 'copy', 'document', 'audio']
  when 'commune-loudspeakers' then array['photo', 'play-log', 'audio', 'document']
  when 'performance-film' then array['photo', 'document']
  when 'exhibition' then array['photo', 'document']
  when 'contest' then array['photo', 'document', 'link']
  when 'integration' then array['photo', 'document']
  else array['photo'] end;
update indicators set evidence = array['photo', 'document'] where code in ('visual.poster', 'visual.leaflet', 'visual.poster-design');
