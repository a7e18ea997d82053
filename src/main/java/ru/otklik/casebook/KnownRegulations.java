package ru.otklik.casebook;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.otklik.regulation.Regulations;

/** Every incident keeps the version it started under, so a start without one of these versions is refused. */
@Component
class KnownRegulations implements SmartInitializingSingleton {

    private final JdbcClient jdbc;
    private final Regulations regulations;

    KnownRegulations(JdbcClient jdbc, Regulations regulations) {
        this.jdbc = jdbc;
        this.regulations = regulations;
    }

    /** @throws ru.otklik.region.BadRegionFile when a version is gone from the region's files */
    @Override
    public void afterSingletonsInstantiated() {
        jdbc.sql("select distinct regulation from incident")
                .query(String.class)
                .list()
                .forEach(regulations::get);
    }
}
