-- A realm that was erased gives up its values by its own id: the value itself is gone by then.
create index kernel_directory_realm on kernel_directory (realm_id);
