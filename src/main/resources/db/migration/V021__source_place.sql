alter table source add column about text;
comment on column source.about is 'code of the territory that it is about; null: of none';
