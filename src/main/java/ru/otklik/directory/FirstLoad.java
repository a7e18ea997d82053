package ru.otklik.directory;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import ru.otklik.directory.changes.Change;
import ru.otklik.directory.changes.Changes;
import ru.otklik.region.Region;

/** Fills an empty directory: the region's authorities, and the demo's people. What is there already is never touched. */
@Component
@Lazy(false)
class FirstLoad implements SmartInitializingSingleton {

    /** One authority of {@code regions/<region>/authorities.yml}. */
    record Entry(
            String code,
            String title,
            String shortTitle,
            Authority.Kind kind,
            @Nullable String territory,
            List<String> competence) {

        static Entry of(Map<?, ?> row) {
            Object territory = row.get("territory");
            return new Entry(
                    required(row, "code"),
                    required(row, "title"),
                    required(row, "short"),
                    Authority.Kind.valueOf(required(row, "kind").toUpperCase(Locale.ROOT)),
                    territory == null ? null : territory.toString(),
                    row.get("competence") instanceof List<?> list
                            ? list.stream().map(String::valueOf).distinct().toList()
                            : List.of());
        }

        private static String required(Map<?, ?> row, String key) {
            Object value = row.get(key);
            if (value == null) {
                throw new IllegalStateException("authorities.yml: у записи %s нет поля %s".formatted(row, key));
            }
            return value.toString().strip();
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(FirstLoad.class);

    private final AuthorityRows authorities;
    private final DemoPeople demoPeople;
    private final Snapshots snapshots;
    private final TransactionTemplate transaction;
    private final Region region;
    private final Changes changes;

    FirstLoad(
            AuthorityRows authorities,
            DemoPeople demoPeople,
            Snapshots snapshots,
            TransactionTemplate transaction,
            Region region,
            Changes changes) {
        this.authorities = authorities;
        this.demoPeople = demoPeople;
        this.snapshots = snapshots;
        this.transaction = transaction;
        this.region = region;
        this.changes = changes;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            authorities.lock();
            if (authorities.isEmpty()) {
                List<Entry> entries = read(region);
                entries.forEach(authorities::add);
                changes.writeOwn(
                        new Changes.Act(Change.Subject.DIRECTORY, 0, "регион " + region.name(), "заполнен"),
                        Map.of("органов власти", String.valueOf(entries.size())));
                LOG.info("Справочник органов власти региона {} заполнен: {}", region.name(), entries.size());
            }
            demoPeople.addIfNobody(authorities.list());
        });
        snapshots.changed();
    }

    private static List<Entry> read(Region region) {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(1000); // an administration each repeats one competence
        try (Reader in = region.open("authorities.yml")) {
            Map<String, List<Map<?, ?>>> root = new Yaml(new SafeConstructor(options)).load(in);
            return root.getOrDefault("authorities", List.of()).stream()
                    .map(Entry::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
