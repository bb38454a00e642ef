keep(SITE);
