-- Whom a request would have reached is forgotten where no introduction came of it.
grant delete on introductions_mapping to tasuki_app;
