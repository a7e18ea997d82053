-- Who ordered a lesson and who went back to another model stands among the changes too.

alter table directory_change drop constraint directory_change_subject_check;
alter table directory_change add constraint directory_change_subject_check
    check (subject in ('AUTHORITY', 'PERSON', 'OVERSEER', 'DIRECTORY', 'CALENDAR', 'ACCOUNT', 'MODEL'));
